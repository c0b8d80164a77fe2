package cymru.pontio.providers.pledge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the pledge counts in the quality of bids from a day on.
 *
 * @param weight beside the regulator (1), the council (1) and the visits (2); nought means not at all
 * @param bronze points of a hundred
 * @param proposedBy none for what was entered by hand before there was a page
 */
record QualitySetting(
        int number,
        VersionStatus status,
        LocalDate from,
        int weight,
        BigDecimal bronze,
        BigDecimal silver,
        BigDecimal gold,
        @Nullable String reason,
        @Nullable UUID proposedBy,
        @Nullable String proposedByName,
        @Nullable Instant proposedAt,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason) {
    public boolean open() {
        return status == VersionStatus.PROPOSED;
    }

    /** As one commissioner proposes it; points of a hundred. */
    record Terms(LocalDate from, int weight, int bronze, int silver, int gold, String reason) {
        /** Nothing would be otherwise; without weight no points count. */
        boolean same(QualitySetting before) {
            return weight == before.weight
                    && (weight == 0
                            || before.bronze.compareTo(BigDecimal.valueOf(bronze)) == 0
                                    && before.silver.compareTo(BigDecimal.valueOf(silver)) == 0
                                    && before.gold.compareTo(BigDecimal.valueOf(gold)) == 0);
        }
    }
}
