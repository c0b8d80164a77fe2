package cymru.pontio.bidding;

import cymru.pontio.kernel.Money;
import cymru.pontio.matching.Scored;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An opened bid with its score.
 *
 * @param exceptional why the rate is above the ceiling; none for a bid within it
 * @param together the bids it was made with; none for a bid by itself
 * @param selectable it still stands: not withdrawn, not set aside, not already offered and declined, and wanted with no
 *     other that can no longer be awarded
 */
public record RankedBid(
        UUID id,
        BidRef ref,
        UUID provider,
        String providerName,
        Money rate,
        @Nullable String exceptional,
        LocalDate start,
        Coverage coverage,
        List<OfferedLine> lines,
        boolean welshOffered,
        String note,
        String language,
        BidStatus status,
        boolean selectable,
        @Nullable Together together,
        Scored score) {
    /** Its provider wants it only with others. */
    public boolean onlyTogether() {
        return together != null && together.only();
    }

    /** @param from another window than the advertised one, or none */
    public record OfferedLine(
            UUID advertLine,
            UUID callLine,
            @Nullable LocalTime from,
            @Nullable LocalTime until) {}
}
