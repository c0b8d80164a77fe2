package cymru.pontio.placements;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A provider leaves: what becomes of the placement, of the sight of the person, and of the package. The caller holds the
 * package.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Departure {
    private final PlacementRegister register;
    private final NoticeBook book;
    private final Handover handover;
    private final CarePackages packages;
    private final ApplicationEventPublisher events;

    Departure(
            PlacementRegister register,
            NoticeBook book,
            Handover handover,
            CarePackages packages,
            ApplicationEventPublisher events) {
        this.register = register;
        this.book = book;
        this.handover = handover;
        this.packages = packages;
        this.events = events;
    }

    record NoticeGiven(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RiskSigned(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PlacementEnded(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** Care goes on until the notice is over; where it is still needed, another provider may be sought at once. */
    void announce(UUID id, Notice notice, Actor by) {
        Placement placement = register.hold(id);
        placement.giveNotice();
        mustFollowVisits(placement, notice.endsOn());
        if (notice.reason().stillNeeded()) register.leaving(placement);
        else register.save(placement);
        book.write(id, notice, by);
        tell(new NoticeGiven(by, placement.ref().value(), facts(placement, notice.reason(), notice.endsOn())));
        if (notice.reason().stillNeeded())
            packages.providerLeaves(by, placement.carePackage(), notice.at(), notice.reason(), true);
    }

    /**
     * It is over: the provider no longer sees whose care it was, and the package goes on as the reason says.
     *
     * @param firstDayWithout care by this provider
     */
    void end(UUID id, CareEnd why, LocalDate firstDayWithout, Actor by, Instant now) {
        Placement placement = register.hold(id);
        mustFollowVisits(placement, firstDayWithout);
        end(placement, why, firstDayWithout, by, now);
    }

    /** The package is over: visits recorded for days after it do not keep it open, they are shown to be looked at. */
    void over(UUID id, CareEnd why, LocalDate wanted, Actor by, Instant now) {
        Placement placement = register.hold(id);
        end(placement, why, placement.notBeforeFirstVisit(wanted), by, now);
    }

    private void end(Placement placement, CareEnd why, LocalDate firstDayWithout, Actor by, Instant now) {
        UUID id = placement.id();
        register.holdProvider(placement.provider());
        boolean told =
                book.of(id).filter(notice -> notice.reason().stillNeeded()).isPresent();
        placement.end(by, why, firstDayWithout);
        register.over(placement, firstDayWithout, by, now);
        tell(new PlacementEnded(by, placement.ref().value(), facts(placement, why, firstDayWithout)));
        Instant moment = earlier(Zone.startOf(firstDayWithout), now);
        PackageId carePackage = placement.carePackage();
        PackageStatus status = packages.facts(carePackage).status();
        if (status == PackageStatus.WITHDRAWN || status == PackageStatus.ENDED) return;
        if (why.ofPerson()
                || !why.stillNeeded() && register.running(carePackage).isEmpty())
            packages.ended(by, carePackage, moment, why.name());
        if (!why.stillNeeded()) return;
        if (!told) packages.providerLeaves(by, carePackage, moment, why, false);
        leaveTo(packages.facts(carePackage), moment, by, now);
    }

    void sign(PlacementTable.Key key, String reason, boolean earlier, Actor by, Instant now) {
        book.sign(key.id(), by, reason, earlier, now);
        tell(new RiskSigned(
                by, key.ref(), Map.of("notice", "without cover", "day", earlier ? "as asked" : "of the notice")));
    }

    /** A notice that is over ends care, if nobody is needed, somebody is there, or a commissioner has answered for it. */
    void lapse(UUID id, Instant now) {
        Placement placement = register.hold(id);
        Notice notice = book.of(id).orElseThrow();
        LocalDate today = Zone.dayOf(now);
        if (placement.status() != PlacementStatus.NOTICE_GIVEN
                || notice.endsOn().isAfter(today)) return;
        LocalDate ends = agreed(notice, packages.facts(placement.carePackage()), today, now);
        if (ends == null) return;
        LocalDate last = handover.lastVisit(placement.carePackage(), placement.provider())
                .map(visit -> visit.plusDays(1))
                .orElse(ends);
        end(id, notice.reason(), later(ends, last), Succession.CLOCK, now);
    }

    /** From when the provider may go: from the day it said, or from the later day on which the person became safe. */
    private @Nullable LocalDate agreed(Notice notice, PackageFacts facts, LocalDate today, Instant now) {
        LocalDate day = notice.endsOn();
        if (!notice.reason().stillNeeded() || handover.covered(facts, day, Zone.startOf(day))) return day;
        Notice.RiskDecision risk = notice.risk();
        if (risk != null) return later(day, Zone.dayOf(risk.at()));
        return handover.covered(facts, today, now) ? today : null;
    }

    /** Who looks after the person now that the provider is gone. */
    private void leaveTo(PackageFacts facts, Instant moment, Actor by, Instant now) {
        Instant from = handover.notBeforeNotice(facts.id(), moment);
        if (facts.status() == PackageStatus.LIVE || handover.bridged(facts.id(), from)) return;
        packages.coverChanged(by, facts.id(), remaining(facts, now), from);
    }

    private Cover remaining(PackageFacts facts, Instant now) {
        if (handover.partly(facts)) return Cover.PART;
        return handover.inHospital(facts.id(), now) ? Cover.HOSPITAL : Cover.NONE;
    }

    /** Nobody leaves before the last visit that was delivered. */
    private void mustFollowVisits(Placement placement, LocalDate firstDayWithout) {
        handover.lastVisit(placement.carePackage(), placement.provider())
                .filter(last -> !last.isBefore(firstDayWithout))
                .ifPresent(last -> {
                    throw new RuleBroken("placements.error.visitedLater", last);
                });
    }

    private void tell(Auditable news) {
        events.publishEvent(news);
    }

    private static Map<String, String> facts(Placement placement, CareEnd why, LocalDate firstDayWithout) {
        return Map.of(
                "package", placement.packageRef(),
                "provider", placement.provider().toString(),
                "reason", why.name(),
                "firstDayWithout", firstDayWithout.toString());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
