package cymru.pontio.bridging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What the coordinator promises.
 *
 * @param displacedMinutes enablement minutes a week given up for it, said out loud
 */
record Acceptance(LocalDate start, LocalDate expectedEnd, int displacedMinutes) {
    /** Of minutes a week those that fall into one: a seventh for each day, as {@link InhouseHours} counts what is promised. */
    int ofWeek(LocalDate monday, int minutes) {
        LocalDate first = start.isBefore(monday) ? monday : start;
        LocalDate sunday = monday.plusDays(6);
        LocalDate last = expectedEnd.isAfter(sunday) ? sunday : expectedEnd;
        int days = (int) ChronoUnit.DAYS.between(first, last) + 1;
        return (minutes * days + 3) / 7;
    }
}
