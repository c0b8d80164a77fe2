package cymru.pontio.rates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param own the reader proposed it, so somebody else must decide */
record RateChangeView(
        RateChangeRef ref,
        ChangeKind kind,
        Decision status,
        RateTerms terms,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        boolean own) {

    public boolean open() {
        return status == Decision.PROPOSED;
    }
}
