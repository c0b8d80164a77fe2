package cymru.pontio.bidding;

import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a provider offers.
 *
 * @param rate for one hour of one worker
 * @param lines the calls offered; those left out are not
 * @param exceptional why the rate is above the ceiling, where the council has opened the way; none for any other bid
 * @param note the provider’s own words to the broker
 * @param language of the note, {@code en} or {@code cy}
 */
public record BidTerms(
        Money rate,
        @Nullable String exceptional,
        LocalDate start,
        List<BidLine> lines,
        boolean welshOffered,
        String note,
        String language) {
    public BidTerms {
        lines = List.copyOf(lines);
    }

    public BidTerms(
            Money rate, LocalDate start, List<BidLine> lines, boolean welshOffered, String note, String language) {
        this(rate, null, start, lines, welshOffered, note, language);
    }

    public Optional<BidLine> lineFor(UUID advertLine) {
        return lines.stream()
                .filter(line -> line.advertLine().equals(advertLine))
                .findFirst();
    }
}
