package cymru.pontio.providers.workforce;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A course of the training standard.
 *
 * @param withinWeeks after the start; nought means before the first visit
 * @param goodMonths until it must be done again; none means once
 */
record Course(
        String code,
        String nameEn,
        String nameCy,
        int withinWeeks,
        @Nullable Integer goodMonths) {
    /** Its column in a file. */
    public String column() {
        return code.toLowerCase(Locale.ROOT);
    }

    /** The last day on which it counts, if it runs out. */
    @Nullable
    LocalDate expiry(LocalDate doneOn) {
        return goodMonths == null ? null : doneOn.plusMonths(goodMonths);
    }
}
