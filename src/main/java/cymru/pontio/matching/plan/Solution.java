package cymru.pontio.matching.plan;

/**
 * A plan in bare figures.
 *
 * @param choices of each package, as numbered in the problem’s making; -1 where it is left out
 * @param worth of what is chosen
 * @param bound no plan is worth more
 * @param complete every package has a choice
 * @param steps how many were made
 * @param cutShort the watch or the safety cut ended the search: another run may end elsewhere
 */
public record Solution(int[] choices, long worth, long bound, boolean complete, long steps, boolean cutShort) {
    public boolean proven() {
        return worth == bound;
    }

    /** How far below the best possible this plan is at the most, as a share of it. */
    public double gap() {
        return bound == worth ? 0 : (double) (bound - worth) / Math.max(1, Math.abs(bound));
    }
}
