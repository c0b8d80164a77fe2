package cymru.pontio.providers.pledge;

import java.time.LocalDate;

/**
 * Days on which a level is held.
 *
 * @param until the first day after
 */
record Holding(Level level, LocalDate from, LocalDate until, Ending ending) {
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    public LocalDate lastDay() {
        return until.minusDays(1);
    }
}
