package cymru.pontio.adverts.weighting;

import cymru.pontio.adverts.Weights;
import cymru.pontio.providers.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What counts how much for a kind of work. The latest approved one that has begun is in force.
 *
 * @param number counts the sets of the lot; the first came with the product
 * @param proposedBy none for the first
 * @param decisionReason why it was refused
 */
public record WeightSet(
        Lot lot,
        int number,
        WeightSetStatus status,
        Weights weights,
        LocalDate startsOn,
        String reason,
        @Nullable UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {
    public boolean proposed() {
        return status == WeightSetStatus.PROPOSED;
    }

    /** Approved and not begun by that day. */
    public boolean planned(LocalDate today) {
        return status == WeightSetStatus.APPROVED && startsOn.isAfter(today);
    }
}
