package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens to the pledge, for the audit. */
final class PledgeEvents {
    private PledgeEvents() {}

    record PledgeAttested(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record AttestationTakenBack(Actor by, String subject) implements Auditable {}

    record AttestationAccepted(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record AttestationQueried(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PledgeLevelWithdrawn(
            Actor by, String subject, @Nullable String reason, Map<String, String> facts) implements Auditable {}

    record PledgeDrafted(Actor by, String subject) implements Auditable {}

    record PledgeClauseChanged(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PledgeProposed(Actor by, String subject) implements Auditable {}

    record PledgeAdopted(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PledgeTurnedDown(Actor by, String subject) implements Auditable {}

    record PledgeQualityProposed(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PledgeQualityAdopted(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record PledgeQualityTurnedDown(Actor by, String subject) implements Auditable {}
}
