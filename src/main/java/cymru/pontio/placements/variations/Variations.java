package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.placements.PlacementStatus;
import cymru.pontio.placements.ServiceOrders;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking for a change of what a placement gives. Who says yes to it: {@link Answers}. */
@Service
public class Variations {

    private final VariationDesk desk;
    private final VariationTable table;
    private final ServiceOrders orders;
    private final VariationNews news;
    private final Clock clock;
    private final Limits limits;

    Variations(
            VariationDesk desk,
            VariationTable table,
            ServiceOrders orders,
            VariationNews news,
            Clock clock,
            Limits limits) {
        this.desk = desk;
        this.table = table;
        this.orders = orders;
        this.news = news;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * What may be changed, for the page that asks: the calls of today's week and of later ones.
     *
     * @param earliest last day of care that leaves the days of notice
     */
    record Prospect(Subject subject, List<ServiceOrders.Owed> calls, LocalDate today, LocalDate earliest) {
        /** The calls of today's week as the provider owes them. */
        List<ServiceOrders.Owed> week() {
            return calls.stream().filter(owed -> owed.call().on(today)).toList();
        }
    }

    /** A day further off is a slip of the pen. */
    static LocalDate latest(LocalDate today) {
        return Endings.latest(today);
    }

    @Transactional(readOnly = true)
    public Prospect prospect(Actor actor, PlacementRef ref) {
        Subject subject = desk.subject(actor, ref);
        mustBeLive(subject);
        table.mustHaveNoneOpen(subject.carePackage(), subject.packageRef());
        return new Prospect(
                subject, orders.since(subject.id(), subject.carePackage(), today()), today(), desk.earliest(today()));
    }

    /** By the team of the package or the provider that delivers; one open change of a package at a time. */
    @Transactional
    public VariationRef request(Actor actor, PlacementRef ref, Wanted wanted) {
        Subject subject = desk.subject(actor, ref);
        desk.hold(subject.carePackage());
        Subject held = desk.subject(actor, ref);
        mustBeLive(held);
        if (wanted.from().isBefore(held.begins())) throw new RuleBroken("variations.error.beforeCare", held.begins());
        LocalDate latest = latest(today());
        if (wanted.firstOrLast().isAfter(latest)) throw new RuleBroken("variations.error.late", latest);
        Variation asked = wanted.end() == null ? change(actor, held, wanted) : ending(actor, held, wanted);
        table.write(asked, wanted.calls());
        table.note(asked.id(), "REQUESTED", actor, null);
        news.tell(actor, asked, VariationStatus.REQUESTED);
        return asked.ref();
    }

    /** The week as terms, by call, with the windows the provider agreed to. */
    static Map<UUID, CallTerms> week(List<ServiceOrders.Owed> calls, LocalDate day) {
        Map<UUID, CallTerms> week = new LinkedHashMap<>();
        calls.stream()
                .filter(owed -> owed.call().on(day))
                .forEach(owed -> week.put(owed.call().call().id(), terms(owed)));
        return week;
    }

    static CallTerms terms(ServiceOrders.Owed owed) {
        CallTerms planned = CallTerms.of(owed.call().call());
        return new CallTerms(
                planned.days(),
                planned.band(),
                owed.from(),
                owed.until(),
                planned.minutes(),
                planned.workers(),
                planned.timeCriticalReason(),
                planned.tier(),
                planned.shortReason(),
                planned.workerGender(),
                planned.tasks());
    }

    private Variation change(Actor actor, Subject subject, Wanted wanted) {
        Map<UUID, CallTerms> week =
                week(orders.since(subject.id(), subject.carePackage(), wanted.from()), wanted.from());
        for (ChangedCall call : wanted.calls())
            if (call.call() != null && !week.containsKey(call.call()))
                throw new RuleBroken("variations.error.notInWeek");
        Difference difference = Difference.of(week, wanted.calls());
        if (difference.kinds().isEmpty()) throw new RuleBroken("variations.error.nothing");
        Set<Kind> kinds = EnumSet.copyOf(difference.kinds());
        if (wanted.until() != null) kinds.add(Kind.TEMPORARY);
        boolean provider = subject.provider().equals(actor.organisation());
        return asked(actor, subject, wanted, kinds, difference, provider);
    }

    private Variation ending(Actor actor, Subject subject, Wanted wanted) {
        boolean provider = subject.provider().equals(actor.organisation());
        boolean transfer = wanted.end() == CareEnd.TRANSFER;
        if (transfer && provider) throw new NotFound();
        if (!wanted.from().isAfter(today())) throw new RuleBroken("variations.error.endInPast");
        if (transfer && tooSoon(wanted.from().minusDays(1), today(), desk.earliest(today())))
            throw new RuleBroken("placements.error.tooSoon", desk.earliest(today()));
        Map<UUID, CallTerms> week =
                week(orders.since(subject.id(), subject.carePackage(), wanted.from()), wanted.from());
        List<ChangedCall> all =
                week.keySet().stream().map(call -> new ChangedCall(call, null)).toList();
        Difference difference = Difference.of(week, all);
        return asked(actor, subject, wanted, Set.of(transfer ? Kind.TRANSFER : Kind.END), difference, provider);
    }

    private Variation asked(
            Actor actor, Subject subject, Wanted wanted, Set<Kind> kinds, Difference difference, boolean provider) {
        return new Variation(
                Ids.next(),
                table.freeRef(),
                subject.id(),
                subject.ref(),
                subject.carePackage(),
                subject.packageRef(),
                subject.team(),
                subject.provider(),
                subject.providerName(),
                kinds,
                VariationStatus.REQUESTED,
                wanted.from(),
                wanted.until(),
                wanted.end(),
                wanted.reason(),
                difference.before(),
                difference.after(),
                provider,
                wanted.end() == null && limits.needsManager(difference, wanted.from(), wanted.until()),
                wanted.end() == null && !provider && difference.asksProvider(),
                actor.userId(),
                actor.name(),
                now(),
                null,
                null,
                null,
                null);
    }

    /** As {@code Endings} says of a notice: at once, or after its days. */
    static boolean tooSoon(LocalDate last, LocalDate today, LocalDate earliest) {
        return last.isAfter(today) && last.isBefore(earliest);
    }

    private static void mustBeLive(Subject subject) {
        if (subject.status() != PlacementStatus.LIVE) throw new RuleBroken("variations.error.notLive", subject.ref());
    }

    private Instant now() {
        return Objects.requireNonNull(clock.instant());
    }

    private LocalDate today() {
        return Zone.dayOf(now());
    }
}
