package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.LocalDate;
import java.util.Map;

/** What the audit hears of bridging: references, codes and figures. */
final class EpisodeEvents {
    private EpisodeEvents() {}

    record BridgingRequested(Actor by, String subject, String reason, Map<String, String> facts) implements Auditable {}

    record BridgingAccepted(Actor by, String subject, Map<String, String> facts) implements Auditable {
        static BridgingAccepted of(Actor by, EpisodeRef ref, Acceptance terms) {
            return new BridgingAccepted(
                    by,
                    ref.value(),
                    Map.of(
                            "start", terms.start().toString(),
                            "expectedEnd", terms.expectedEnd().toString(),
                            "displaced", "" + terms.displacedMinutes()));
        }
    }

    record BridgingRefused(Actor by, String subject, String reason) implements Auditable {}

    record BridgingReviewed(Actor by, String subject, String reason, Map<String, String> facts) implements Auditable {}

    record BridgingEnded(Actor by, String subject, String reason, Map<String, String> facts) implements Auditable {
        static BridgingEnded of(Actor by, EpisodeRef ref, EndReason why, LocalDate last) {
            return new BridgingEnded(by, ref.value(), why.name(), Map.of("end", last.toString()));
        }
    }

    record BridgingRecorded(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record InhouseWeekDeclared(Actor by, String subject, Map<String, String> facts) implements Auditable {}
}
