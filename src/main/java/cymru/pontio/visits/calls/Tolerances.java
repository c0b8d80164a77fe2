package cymru.pontio.visits.calls;

/**
 * What a contract lets pass.
 *
 * @param criticalMinutes a time-critical call is punctual so many minutes before or after its time, inclusive
 * @param shortPercent a visit of less than so many hundredths of the minutes due is short
 * @param longMinutes a visit of more than so many minutes beyond those due is long
 * @param reachMinutes a visit so far outside the window of a call, or less, can still be the one for that call
 * @param reportDays so many days after the call it must have been reported
 */
public record Tolerances(int criticalMinutes, int shortPercent, int longMinutes, int reachMinutes, int reportDays) {
    /** Essex and NICE QS123 for the half hour; the others as usual in home care contracts. */
    public static final Tolerances USUAL = new Tolerances(30, 80, 30, 120, 2);
}
