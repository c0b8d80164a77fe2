package cymru.pontio.placements;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Care that has begun comes to its end: handed back by the provider, or ended by the council. */
@Service
public class Endings {
    private final PlacementList list;
    private final PlacementTable table;
    private final AwardDesk desk;
    private final NoticeTerms terms;
    private final Departure departure;

    Endings(PlacementList list, PlacementTable table, AwardDesk desk, NoticeTerms terms, Departure departure) {
        this.list = list;
        this.table = table;
        this.desk = desk;
        this.terms = terms;
        this.departure = departure;
    }

    /**
     * Within which days care may end.
     *
     * @param lastVisit none where no visit is known
     * @param earliest last day of care that leaves the days of notice
     */
    public record Bounds(
            PlacementView.Row row,
            LocalDate today,
            LocalDate earliest,
            int days,
            @Nullable LocalDate lastVisit) {
        public boolean beforeVisits(LocalDate lastDay) {
            return lastVisit != null && lastDay.isBefore(lastVisit);
        }

        public LocalDate latest() {
            return Endings.latest(today);
        }

        /** Too soon for a notice after which the same care is needed from somebody else. */
        public boolean tooSoon(LocalDate lastDay, CareEnd why) {
            return why.stillNeeded() && lastDay.isAfter(today) && lastDay.isBefore(earliest);
        }
    }

    /** For the provider's manager that may hand it back, and for the council. */
    @Transactional(readOnly = true)
    public Bounds bounds(Actor actor, PlacementRef ref) {
        PlacementView.Row row = find(actor, ref);
        mustBeRunning(actor, row);
        return terms.of(row, desk.now());
    }

    /**
     * The provider gives the work back; it goes on caring until its notice is over and somebody else is there.
     *
     * @param lastDay where it leaves less than the days of notice it is asked for, and counts once a commissioner agrees
     */
    @Transactional
    public void handBack(Actor actor, PlacementRef ref, HandbackReason why, String note, LocalDate lastDay) {
        actor.must(Role.PROVIDER_MANAGER);
        PlacementTable.Key key = held(actor, ref);
        Bounds bounds = terms.of(find(actor, ref), desk.now());
        if (lastDay.isBefore(bounds.today())) throw new RuleBroken("placements.error.past");
        boolean early = lastDay.isBefore(bounds.earliest());
        if (early && note.isBlank()) throw new RuleBroken("placements.error.whyEarlier", bounds.earliest());
        LocalDate day = early ? bounds.earliest() : lastDay;
        announce(actor, key, CareEnd.HANDBACK, why, note, early ? lastDay : null, day, terms.days());
    }

    /**
     * The council ends it: on a later day by notice, on a day that has come at once.
     *
     * @return whether it is over already
     */
    @Transactional
    public boolean end(Actor actor, PlacementRef ref, CareEnd why, String note, LocalDate lastDay) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        if (why == CareEnd.HANDBACK) throw new NotFound();
        PlacementTable.Key key = held(actor, ref);
        PlacementView.Row row = find(actor, ref);
        mustBeRunning(actor, row);
        Instant now = desk.now();
        Bounds bounds = terms.of(row, now);
        if (bounds.tooSoon(lastDay, why)) throw new RuleBroken("placements.error.tooSoon", bounds.earliest());
        boolean over = !lastDay.isAfter(bounds.today());
        if (over) departure.end(key.id(), why, lastDay.plusDays(1), actor, now);
        else if (why == CareEnd.DIED) throw new RuleBroken("placements.error.future");
        else announce(actor, key, why, null, note, null, lastDay, why.stillNeeded() ? terms.days() : 0);
        return over;
    }

    /** Last day of care that leaves the days of notice. */
    public LocalDate earliest(LocalDate today) {
        return today.plusDays(terms.days());
    }

    /** A notice cannot be taken back, so that a day further off is a slip of the pen. */
    public static LocalDate latest(LocalDate today) {
        return today.plusYears(1);
    }

    /**
     * One of the placements that a provider leaves at once. One that fails may say a sooner day than the contract's notice:
     * then as ever it is over only when somebody else is there, or a commissioner signs.
     */
    @Transactional
    public void leave(Actor actor, PlacementRef ref, CareEnd why, String note, LocalDate lastDay) {
        actor.must(Role.COMMISSIONER);
        PlacementTable.Key key = held(actor, ref);
        LocalDate today = Zone.dayOf(desk.now());
        boolean soon = lastDay.isBefore(earliest(today));
        if (lastDay.isBefore(today) || soon && why != CareEnd.PROVIDER_FAILURE)
            throw new RuleBroken("placements.error.tooSoon", earliest(today));
        announce(
                actor,
                key,
                why,
                why == CareEnd.HANDBACK ? HandbackReason.CLOSING : null,
                note,
                null,
                lastDay,
                soon ? 0 : terms.days());
    }

    /** What a commissioner may sign for. */
    @Transactional(readOnly = true)
    public Notice toSign(Actor actor, PlacementRef ref) {
        actor.must(Role.COMMISSIONER);
        return unsigned(find(actor, ref));
    }

    /**
     * A commissioner answers for the person's safety though nobody else is there yet.
     *
     * @param earlier whether the provider may go on the earlier day it asked for
     */
    @Transactional
    public void sign(Actor actor, PlacementRef ref, String reason, boolean earlier) {
        actor.must(Role.COMMISSIONER);
        PlacementTable.Key key = held(actor, ref);
        Notice notice = unsigned(find(actor, ref));
        departure.sign(key, reason, earlier && notice.askedOn() != null, actor, desk.now());
        lapse(key);
    }

    /** What is over is ended, unless somebody is still needed and nobody is there. */
    @Transactional
    public void lapse(PlacementTable.Key key) {
        desk.hold(new PackageId(key.carePackage()));
        departure.lapse(key.id(), desk.now());
    }

    private void announce(
            Actor actor,
            PlacementTable.Key key,
            CareEnd why,
            @Nullable HandbackReason handback,
            String note,
            @Nullable LocalDate asked,
            LocalDate lastDay,
            int days) {
        Instant now = desk.now();
        LocalDate latest = latest(Zone.dayOf(now));
        if (lastDay.isAfter(latest)) throw new RuleBroken("placements.error.lastLate", latest);
        LocalDate askedOn = asked == null ? null : asked.plusDays(1);
        departure.announce(
                key.id(),
                new Notice(
                        why,
                        handback,
                        note,
                        days,
                        Zone.dayOf(now),
                        askedOn,
                        lastDay.plusDays(1),
                        actor.name(),
                        now,
                        null),
                actor);
    }

    private Notice unsigned(PlacementView.Row row) {
        return terms.unsigned(row).orElseThrow(() -> new RuleBroken("placements.error.nothingToSign"));
    }

    /** The package first, then the placement is read: what another has done meanwhile is seen. */
    private PlacementTable.Key held(Actor actor, PlacementRef ref) {
        find(actor, ref);
        PlacementTable.Key key = table.key(ref);
        desk.hold(new PackageId(key.carePackage()));
        return key;
    }

    private PlacementView.Row find(Actor actor, PlacementRef ref) {
        actor.must(Role.PROVIDER_MANAGER, Role.BROKER, Role.COMMISSIONER);
        return list.find(actor, ref).orElseThrow(NotFound::new);
    }

    private static void mustBeRunning(Actor actor, PlacementView.Row row) {
        boolean may = row.status() == PlacementStatus.LIVE
                || row.status() == PlacementStatus.NOTICE_GIVEN && !actor.ofProvider();
        if (!may) throw NoticeTerms.notRunning(row);
    }
}
