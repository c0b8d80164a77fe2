package cymru.pontio.rates;

import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A price that can be worked out again by hand from what it shows.
 *
 * @param gaps days of visits for which the card has no rate: they are not in the total
 */
public record Price(List<Line> lines, List<LocalDate> gaps) {

    /** Of one call after another. */
    static Price of(List<Price> parts) {
        return new Price(
                parts.stream().flatMap(part -> part.lines().stream()).toList(),
                parts.stream().flatMap(part -> part.gaps().stream()).toList());
    }

    /** The sum of the lines, each of which is rounded already. */
    public Money total() {
        return new Money(lines.stream().map(line -> line.amount().pounds()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    public int visits() {
        return lines.stream().mapToInt(Line::visits).sum();
    }

    /** As the person receives them. */
    public int userMinutes() {
        return lines.stream().mapToInt(Line::userMinutes).sum();
    }

    /** As workers spend them; these are paid. */
    public int carerMinutes() {
        return lines.stream().mapToInt(Line::carerMinutes).sum();
    }

    /**
     * All visits at the same rate for the same reasons.
     *
     * @param entry the line of the card
     * @param level of the pledge; none where the provider holds none, or no provider was asked about
     * @param supplement what the level adds to each hour
     */
    public record Line(
            CardEntry entry,
            DayClass dayClass,
            @Nullable String level,
            @Nullable Money supplement,
            int visits,
            int minutes,
            int workers,
            LocalDate first,
            LocalDate last) {

        public Money rate() {
            return supplement == null
                    ? entry.rate()
                    : new Money(entry.rate().pounds().add(supplement.pounds()));
        }

        public int userMinutes() {
            return visits * minutes;
        }

        public int carerMinutes() {
            return userMinutes() * workers;
        }

        /** Rounded here and nowhere else: half a penny goes up. */
        public Money amount() {
            return new Money(rate().pounds()
                    .multiply(BigDecimal.valueOf(carerMinutes()))
                    .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP));
        }
    }
}
