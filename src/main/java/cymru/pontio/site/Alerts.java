package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.util.List;

/** A room with something nobody may overlook says so here; the sentence stands on every home page until it is gone. */
public interface Alerts {
    List<Alert> of(Actor actor);

    /** @param args what ICU puts into the sentence */
    record Alert(String messageKey, Object... args) {}
}
