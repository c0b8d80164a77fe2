package cymru.pontio.site;

import cymru.pontio.kernel.Zone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When things were known so, as it stands in an address: a day, which means its end, or a moment.
 *
 * @param at what was recorded later is not known
 * @param day none for a moment
 */
public record AsKnown(Instant at, @Nullable LocalDate day) {
    /** @param typed like {@code 2025-08-31} or {@code 2025-08-31T16:05:00Z} */
    public static Optional<AsKnown> of(String typed) {
        try {
            if (typed.endsWith("Z")) return Optional.of(new AsKnown(Instant.parse(typed), null));
            LocalDate day = LocalDate.parse(typed);
            return Optional.of(new AsKnown(Zone.startOf(day.plusDays(1)).minusNanos(1000), day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Nobody knows anything later than now; the day of today is allowed, though it is not over. */
    public boolean isLaterThan(Instant now) {
        return day == null ? at.isAfter(now) : day.isAfter(Zone.dayOf(now));
    }
}
