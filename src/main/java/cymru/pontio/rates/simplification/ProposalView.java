package cymru.pontio.rates.simplification;

import cymru.pontio.rates.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param changed how many placements got a new rate at approval
 * @param own the reader proposed it, so somebody else must decide
 */
record ProposalView(
        UUID id,
        ProposalRef ref,
        Decision status,
        ProposalTerms terms,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable Integer changed,
        boolean own) {

    public boolean open() {
        return status == Decision.PROPOSED;
    }

    public boolean uplift() {
        return terms instanceof UpliftTerms;
    }
}
