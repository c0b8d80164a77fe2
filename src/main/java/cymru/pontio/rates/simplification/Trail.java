package cymru.pontio.rates.simplification;

import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When something was done, and that it was. */
@Component
class Trail {
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Trail(Clock clock, ApplicationEventPublisher events) {
        this.clock = clock;
        this.events = events;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return Zone.dayOf(now());
    }

    void add(Auditable event) {
        events.publishEvent(event);
    }
}
