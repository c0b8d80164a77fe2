package cymru.pontio.adverts.allocation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a commissioner decides about a patch.
 *
 * @param seen number of the latest decision on the page
 */
public record AllocationTerms(
        AllocationMode mode,
        @Nullable UUID lead,
        @Nullable Integer workingHours,
        @Nullable DirectReason directReason,
        LocalDate startsOn,
        String reason,
        int seen) {

    /** Keeps of what was given only what belongs to the mode. */
    public AllocationTerms {
        lead = mode == AllocationMode.FIRST_REFUSAL ? lead : null;
        workingHours = mode.asksFirst() ? workingHours : null;
        directReason = mode == AllocationMode.DIRECT_AWARD ? directReason : null;
    }
}
