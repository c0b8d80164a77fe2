package cymru.pontio.matching.plan;

import java.util.List;

/**
 * Who could take what. Nothing is awarded by it.
 *
 * @param worth points of the objective
 * @param bound no plan is worth more
 * @param cutShort ended by a person or the clock, so that another run may end elsewhere
 */
public record Plan(List<Placed> placed, long worth, long bound, long steps, boolean cutShort) {
    /**
     * @param need ref of the package
     * @param supply ref of the provider
     * @param way in which it is given: 0 as asked
     */
    public record Placed(String need, String supply, int way) {
        public Placed(String need, String supply) {
            this(need, supply, 0);
        }
    }

    /** How far below the best possible at the most, as a share of it. */
    public double gap() {
        return bound == worth ? 0 : (double) (bound - worth) / Math.max(1, Math.abs(bound));
    }

    public boolean proven() {
        return bound == worth;
    }
}
