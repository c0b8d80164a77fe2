package cymru.pontio.matching.plan;

import java.util.Arrays;

/**
 * Lowers a bound by changing prices, where asking what everybody would do is dear: no answer is forgotten at once, and the
 * next prices are those that would be best going by all of them, near the best known (proximal bundle method with a
 * model for each provider; Kiwiel, “Proximity control in bundle methods”, 1990; Briant and others, “Comparison of bundle and
 * classical column generation”, 2008). {@link Descent} needs a lot more rounds for the same bound.
 */
final class BundleMethod {
    private static final double REACH = 2;
    private static final double FURTHER = 1.5;
    private static final double NEARER = 1.5;

    /** Of what was expected: then the model is trusted further off. */
    private static final double AS_GOOD = 0.5;

    /** Rounds in vain before it is trusted less far. */
    private static final int PATIENCE = 6;

    /** If no more than that share of the bound is to be had, there is no use in going on. */
    private static final double NOTICEABLE = 1e-9;

    /** Those who answer. */
    interface Asked {
        int count();

        /** @return the holder cannot gain more at these prices */
        double most(int holder, double[] price);

        /** What it could take at the prices it was asked about last. */
        Lot lot(int holder);
    }

    private final Asked asked;
    private final Lots lots;
    private final Problem problem;
    private final double[] price;
    private final double[] best;
    private double bound = Double.POSITIVE_INFINITY;
    private double reach;
    private int inVain;

    BundleMethod(Asked asked, double[] start, Problem problem) {
        this.asked = asked;
        this.lots = new Lots(asked.count(), problem);
        this.problem = problem;
        this.price = start.clone();
        this.best = start.clone();
    }

    /** No plan is worth more than this. */
    double bound() {
        return bound;
    }

    /** How many things have been looked at so far, beside those that others look at when asked. */
    long work() {
        return lots.work();
    }

    /** What is reckoned more nearly than before is less at the same prices. */
    void askAgain(long reached) {
        System.arraycopy(best, 0, price, 0, price.length);
        bound = Math.min(bound, ask());
        inVain = 0;
        if (reach == 0) reach = REACH * Math.max(1, bound - reached) / Math.max(1, square());
    }

    /**
     * Asks everybody at the next prices.
     *
     * @return whether there may be something to be had by more
     */
    boolean lower(long reached) {
        double low = lots.lower(best, bound, reach, price);
        if (bound - low < NOTICEABLE * Math.abs(bound)) return false;
        judge(ask(), low);
        return bound > reached;
    }

    private void judge(double now, double low) {
        if (now < bound) {
            if (inVain == 0 && bound - now > AS_GOOD * (bound - low)) reach *= FURTHER;
            bound = now;
            System.arraycopy(price, 0, best, 0, price.length);
            inVain = 0;
        } else if (++inVain >= PATIENCE || now - bound > 2 * (bound - low)) {
            reach /= NEARER;
            inVain = 1;
        }
    }

    private double ask() {
        double sum = Arrays.stream(price).sum();
        for (int h = 0; h < asked.count(); h++) {
            sum += asked.most(h, price);
            lots.add(h, asked.lot(h));
        }
        return sum;
    }

    /** Of how often each package is taken too often or too seldom. */
    private double square() {
        int[] wanted = new int[price.length];
        for (int h = 0; h < asked.count(); h++) for (int p : asked.lot(h).packages()) wanted[p]++;
        double sum = 0;
        for (int p = 0; p < wanted.length; p++) if (problem.choices(p) > 0) sum += (wanted[p] - 1.0) * (wanted[p] - 1);
        return sum;
    }
}
