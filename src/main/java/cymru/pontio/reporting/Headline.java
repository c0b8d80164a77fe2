package cymru.pontio.reporting;

import java.time.YearMonth;
import java.util.List;

/**
 * What changed between two months.
 *
 * @param hours user hours a week of long-term home care, averaged over each month, whole hours
 * @param people distinct people with at least one delivered visit in the month
 * @param waiting people waiting at the end of the month's last day: no cover, in hospital or part met
 * @param care each month from the first to the last
 */
record Headline(
        YearMonth from,
        YearMonth to,
        Change hours,
        Change people,
        Change waiting,
        Change bridged,
        List<Reports.MonthOfCare> care,
        List<Reports.WaitingDay> waitingDays) {

    static Headline of(Months months, List<Reports.MonthOfCare> care, List<Reports.WaitingDay> days) {
        return new Headline(
                months.first(),
                months.last(),
                new Change(hours(care.getFirst()), hours(care.getLast())),
                new Change(care.getFirst().people(), care.getLast().people()),
                new Change(days.getFirst().waiting(), days.getLast().waiting()),
                new Change(days.getFirst().people("BRIDGED"), days.getLast().people("BRIDGED")),
                care,
                days);
    }

    private static long hours(Reports.MonthOfCare month) {
        return Math.round(month.weeklyUserMinutes() / 60.0);
    }
}
