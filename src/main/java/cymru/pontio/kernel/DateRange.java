package cymru.pontio.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from the first, up to but not including the second; no second day means still open. */
public record DateRange(LocalDate from, @Nullable LocalDate until) {
    public DateRange {
        if (until != null && until.isBefore(from)) throw new IllegalArgumentException(from + " is after " + until);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
