package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.PersonalDataRead;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the audit, and whoever else listens, what became of a variation and who read one. */
@Component
class VariationNews {
    private final ApplicationEventPublisher events;

    VariationNews(ApplicationEventPublisher events) {
        this.events = events;
    }

    void tell(Actor by, Variation changed, VariationStatus now) {
        events.publishEvent(VariationMoved.of(by, changed, now));
    }

    void read(Actor by, Variation shown) {
        events.publishEvent(new PersonalDataRead(by, "variation", shown.ref().value()));
    }
}
