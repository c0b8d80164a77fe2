package cymru.pontio.areas;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;

/** What the audit hears of patches. */
final class PatchEvents {
    private PatchEvents() {}

    record PatchAdded(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PatchChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PatchRetired(Actor by, String subject) implements Auditable {}

    static String subject(String code) {
        return "PATCH " + code;
    }
}
