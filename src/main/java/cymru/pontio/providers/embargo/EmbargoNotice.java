package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Alerts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A provider under an embargo is told at the top of every page until it is lifted. */
@Component
class EmbargoNotice implements Alerts {
    private final EmbargoTable table;

    EmbargoNotice(EmbargoTable table) {
        this.table = table;
    }

    @Override
    public List<Alert> of(Actor actor) {
        if (!actor.ofProvider()) return List.of();
        Optional<EmbargoView> now = table.inForce(actor.organisation());
        return now.map(one -> new Alert("embargo.alert", one.level().name()))
                .map(List::of)
                .orElse(List.of());
    }
}
