package cymru.pontio.adverts.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision how work in a patch is given out. It is in force until another has begun.
 *
 * @param number counts the decisions about the patch; 0 where none was ever made and bidding is open
 * @param lead the provider with first refusal
 * @param workingHours how long the first asked has the round to itself
 * @param startsOn absent where no decision was ever made, like who, when and why
 */
public record Allocation(
        String locality,
        int number,
        AllocationMode mode,
        @Nullable UUID lead,
        @Nullable String leadName,
        @Nullable Integer workingHours,
        @Nullable DirectReason directReason,
        @Nullable LocalDate startsOn,
        String reason,
        String by,
        @Nullable Instant at) {

    static Allocation open(String locality) {
        return new Allocation(locality, 0, AllocationMode.OPEN, null, null, null, null, null, "", "", null);
    }
}
