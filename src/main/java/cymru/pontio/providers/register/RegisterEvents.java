package cymru.pontio.providers.register;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;

/** What the audit hears of the register: numbers, never names. */
final class RegisterEvents {
    private RegisterEvents() {}

    record RegisterFileChecked(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RegisterFileApplied(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RegisterFileDiscarded(Actor by, String subject) implements Auditable {}

    record RegisterEntryLinked(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record RegisterEntryUnlinked(Actor by, String subject) implements Auditable {}

    static Map<String, String> facts(RegisterImportView one) {
        RegisterImportView.Counts counts = one.counts();
        return Map.of(
                "regulator", one.regulator().name(),
                "fresh", "" + counts.fresh(),
                "changed", "" + counts.changed(),
                "vanished", "" + counts.vanished(),
                "bad", "" + counts.bad());
    }
}
