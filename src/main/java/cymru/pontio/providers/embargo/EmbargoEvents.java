package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;

/** What the audit hears of embargoes: codes and dates, never the sentences. */
final class EmbargoEvents {
    private EmbargoEvents() {}

    record EmbargoImposed(Actor by, String subject, String reason, Map<String, String> facts) implements Auditable {}

    record EmbargoReviewed(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record EmbargoLiftAsked(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record EmbargoLiftRefused(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record EmbargoLifted(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    static Auditable of(Step step, Actor by, ImposedEmbargo embargo, String provider) {
        Map<String, String> facts = Map.of(
                "provider", provider,
                "embargo", embargo.level().name(),
                "next", embargo.reviewOn().toString());
        String subject = embargo.ref().value();
        return switch (step) {
            case IMPOSED -> new EmbargoImposed(by, subject, embargo.cause().name(), facts);
            case REVIEWED, WIDENED -> new EmbargoReviewed(by, subject, facts);
            case LIFT_ASKED -> new EmbargoLiftAsked(by, subject, facts);
            case LIFT_REFUSED -> new EmbargoLiftRefused(by, subject, facts);
            case LIFTED -> new EmbargoLifted(by, subject, facts);
        };
    }
}
