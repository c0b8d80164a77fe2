package cymru.pontio.placements.variations;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much a broker may approve without the team manager: a little for good, a little more for two weeks. Settings of the
 * council; the manager's own limit in pounds is the account's.
 *
 * @param minutes carer minutes a week that may be added for good
 * @param shortDays days up to which a change is for a short time
 * @param shortMinutes carer minutes a week that may be added for a short time
 */
@Component
record Limits(
        @Value("${pontio.variations.delegated-minutes:60}") int minutes,
        @Value("${pontio.variations.short-days:14}") int shortDays,
        @Value("${pontio.variations.short-minutes:420}") int shortMinutes) {

    boolean needsManager(Difference difference, LocalDate from, @Nullable LocalDate until) {
        if (!difference.adds()) return false;
        boolean brief = until != null && ChronoUnit.DAYS.between(from, until) <= shortDays;
        return difference.carerMinutesMore() > (brief ? shortMinutes : minutes);
    }
}
