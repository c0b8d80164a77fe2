package cymru.pontio.adverts;

import cymru.pontio.adverts.allocation.Allocation;
import cymru.pontio.adverts.allocation.AllocationMode;
import cymru.pontio.adverts.allocation.Allocations;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.WorkingTime;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Works out which way the next round of a patch goes. */
@Component
class Routing {
    /** Who is asked first has the advert to itself for longer than the deadline leaves. */
    static final String HELD = "adverts.form.deadline.early.held";

    private final Allocations allocations;
    private final Providers providers;
    private final FirstAsked judge;
    private final RouteRows rows;
    private final ApplicationEventPublisher events;

    Routing(
            Allocations allocations,
            Providers providers,
            FirstAsked judge,
            RouteRows rows,
            ApplicationEventPublisher events) {
        this.allocations = allocations;
        this.providers = providers;
        this.judge = judge;
        this.rows = rows;
        this.events = events;
    }

    /** As far as it can be told from the patch alone, before anything is written. */
    Route expected(String locality, Instant now) {
        Allocation allocation = allocations.today(locality);
        return route(allocation, now, one -> standing(one, locality, Zone.dayOf(now)));
    }

    /** For this very advert: whoever could not take it is not asked first. */
    Route of(AdvertFacts advert, String overrideReason, Instant now) {
        Allocation allocation = allocations.today(advert.locality());
        Route route = route(allocation, now, one -> judge.against(advert, one.id(), Zone.dayOf(now)));
        return overrideReason.isEmpty() || route.open() ? route : route.overridden(overrideReason);
    }

    /** What stands against sending it this way; empty when it may go. */
    List<Problem> problems(AdvertFacts advert, String overrideReason, Instant now) {
        Route route = of(advert, overrideReason, now);
        if (route.awardsDirectly() && overrideReason.isEmpty())
            return List.of(Problem.of("overrideReason", "adverts.form.override.direct"));
        Instant earliest = BidWindow.earliest(route.opens(now), advert.urgent());
        if (route.until() == null || !advert.deadline().isBefore(earliest)) return List.of();
        return List.of(Problem.of("deadlineAt", HELD, route.until(), earliest));
    }

    /** Fixes the route of a round that has just been written. */
    void keep(Actor actor, AdvertFacts advert, String overrideReason) {
        // Whoever stops its work at this moment waits, and then finds the round.
        first(allocations.today(advert.locality())).ifPresent(one -> providers.hold(one.id()));
        Route route = of(advert, overrideReason, advert.publishedAt());
        rows.insert(advert.id(), route);
        if (!route.overrideReason().isEmpty())
            events.publishEvent(new AllocationOverridden(
                    actor, advert.ref().value(), Map.of("mode", route.mode().name())));
    }

    record AllocationOverridden(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    private interface Judged {
        Set<NotAsked> against(ProviderView provider);
    }

    private Route route(Allocation allocation, Instant now, Judged judged) {
        AllocationMode mode = allocation.mode();
        if (mode == AllocationMode.DIRECT_AWARD) return Route.direct(allocation.directReason());
        if (!mode.asksFirst()) return Route.OPEN;
        Optional<ProviderView> first = first(allocation);
        if (first.isEmpty()) return Route.skipped(mode, null, null, Set.of(NotAsked.NOBODY));
        ProviderView holder = first.get();
        Set<NotAsked> reasons = judged.against(holder);
        if (!reasons.isEmpty()) return Route.skipped(mode, holder.id(), holder.name(), reasons);
        Duration hours = Duration.ofHours(Objects.requireNonNull(allocation.workingHours()));
        return Route.first(mode, holder.id(), holder.name(), WorkingTime.plus(now, hours));
    }

    private Optional<ProviderView> first(Allocation allocation) {
        if (!allocation.mode().asksFirst()) return Optional.empty();
        return allocation.mode() == AllocationMode.INHOUSE
                ? allocations.inhouse()
                : Optional.of(providers.view(Objects.requireNonNull(allocation.lead())));
    }

    private Set<NotAsked> standing(ProviderView one, String locality, LocalDate today) {
        Set<NotAsked> reasons = EnumSet.noneOf(NotAsked.class);
        if (!one.accredited(today)) reasons.add(NotAsked.ACCREDITATION);
        if (one.embargo() != Embargo.NONE) reasons.add(NotAsked.EMBARGO);
        if (rows.leaves(one.id())) reasons.add(NotAsked.LEAVING);
        if (!one.covers(locality)) reasons.add(NotAsked.PATCH);
        return reasons;
    }
}
