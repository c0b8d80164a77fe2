package cymru.pontio.reporting;

import java.time.YearMonth;
import java.util.List;

/**
 * What changed between two months.
 *
 * @param hours user hours a week of long-term home care, averaged over each month, whole hours
 * @param notDue of these hours, those recorded while the person was away or had died
 * @param people distinct people with at least one delivered visit in the month
 * @param waiting people waiting at the end of the month's last day: no cover, in hospital or part met
 * @param care each month from the first to the last
 */
record Headline(
        YearMonth from,
        YearMonth to,
        Change hours,
        Change notDue,
        Change people,
        Change waiting,
        Change bridged,
        List<Reports.MonthOfCare> care,
        List<Reports.WaitingDay> waitingDays) {

    static Headline of(Months months, Change notDue, List<Reports.MonthOfCare> care, List<Reports.WaitingDay> days) {
        return new Headline(
                months.first(),
                months.last(),
                new Change(
                        hours(care.getFirst().weeklyUserMinutes()),
                        hours(care.getLast().weeklyUserMinutes())),
                new Change(hours(notDue.before()), hours(notDue.after())),
                new Change(care.getFirst().people(), care.getLast().people()),
                new Change(days.getFirst().waiting(), days.getLast().waiting()),
                new Change(days.getFirst().people("BRIDGED"), days.getLast().people("BRIDGED")),
                care,
                days);
    }

    private static long hours(long minutes) {
        return Math.round(minutes / 60.0);
    }
}
