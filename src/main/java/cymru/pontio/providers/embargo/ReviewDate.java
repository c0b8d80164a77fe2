package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.RuleBroken;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No embargo is left alone: somebody looks at it again on a day to come, within half a year. */
final class ReviewDate {
    private static final int MOST_MONTHS = 6;

    private ReviewDate() {}

    /** What is wrong with the day, as the end of a message key. */
    static Optional<String> fault(@Nullable LocalDate day, LocalDate today) {
        if (day == null) return Optional.empty();
        if (!day.isAfter(today)) return Optional.of("past");
        return day.isAfter(today.plusMonths(MOST_MONTHS)) ? Optional.of("far") : Optional.empty();
    }

    static void mustBeGood(LocalDate day, LocalDate today) {
        fault(day, today).ifPresent(fault -> {
            throw new RuleBroken("embargo.form.reviewOn." + fault);
        });
    }
}
