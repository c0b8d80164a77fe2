package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.StandingChanged;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nobody keeps a round to itself that it could not take: an embargo, a lapse or leaving ends first refusal at that moment. */
@Component
class FirstRefusals {
    private final RouteRows routes;
    private final AdvertRows rows;
    private final FirstAsked judge;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FirstRefusals(RouteRows routes, AdvertRows rows, FirstAsked judge, ApplicationEventPublisher events, Clock clock) {
        this.routes = routes;
        this.rows = rows;
        this.judge = judge;
        this.events = events;
        this.clock = clock;
    }

    record FirstRefusalEnded(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void endWhatItMayNotTake(StandingChanged change) {
        LocalDate today = Zone.dayOf(clock.instant());
        for (AdvertId id : routes.heldBy(change.provider())) {
            AdvertFacts advert = rows.byId(id);
            Set<NotAsked> reasons = new TreeSet<>(judge.against(advert, change.provider(), today));
            if (reasons.isEmpty() || !routes.end(id, reasons)) continue;
            String why = reasons.stream().map(Enum::name).collect(Collectors.joining(","));
            events.publishEvent(new FirstRefusalEnded(change.by(), advert.ref().value(), Map.of("why", why)));
        }
    }
}
