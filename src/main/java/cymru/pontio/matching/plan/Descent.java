package cymru.pontio.matching.plan;

import java.util.Arrays;

/**
 * Lowers a bound by changing prices: subgradient steps after Polyak, with the direction smoothed after Camerini, Fratta and
 * Maffioli, and shorter steps once the bound no longer falls.
 */
final class Descent {
    private static final double SHORTER = 1.5;
    private static final double NOTICEABLE = 1e-5;

    /**
     * @param firstStep of what would lead to the plan that is known, if the way were straight
     * @param lastStep below which the search ends
     * @param patience rounds without a lower bound before steps become shorter
     * @param smoothing how much of the direction is that of the rounds before
     */
    record Pace(double firstStep, double lastStep, int patience, double smoothing) {}

    /** What everybody would do at these prices. */
    @FunctionalInterface
    interface Answer {
        /**
         * @param slack set to what is left of each thing that has a price, below nought where it is taken too often
         * @return no plan is worth more
         */
        double at(double[] price, double[] slack);
    }

    private final Answer answer;
    private final boolean mayBeNegative;
    private final double[] unit;
    private final double[] price;
    private final double[] slack;
    private final double[] best;
    private double bound = Double.POSITIVE_INFINITY;
    private int rounds;

    /**
     * @param start the first prices
     * @param unit of each thing: a price moves by what is left of it, divided by the square of its unit; those of nought never move
     */
    Descent(Answer answer, double[] start, double[] unit, boolean mayBeNegative) {
        this.answer = answer;
        this.mayBeNegative = mayBeNegative;
        this.unit = unit;
        this.price = start.clone();
        this.slack = new double[start.length];
        this.best = start.clone();
    }

    /** No plan is worth more than this. */
    double bound() {
        return bound;
    }

    /** The prices at which it was found. */
    double[] best() {
        return best;
    }

    int rounds() {
        return rounds;
    }

    /** @param reached worth of a plan that is known, to measure the steps by */
    void search(Pace pace, long reached, int roundsAtMost) {
        search(pace, reached, roundsAtMost, roundsAtMost);
    }

    /** @param roundsToTry if the bound is no lower after these, no more are made */
    void search(Pace pace, long reached, int roundsAtMost, int roundsToTry) {
        double before = bound;
        double[] direction = new double[price.length];
        System.arraycopy(best, 0, price, 0, price.length);
        double step = pace.firstStep;
        int sinceBetter = 0;
        double mark = Double.MAX_VALUE;
        for (int round = 0; round < roundsAtMost && step > pace.lastStep; round++, rounds++) {
            double now = ask();
            if (bound <= reached || (round == roundsToTry && bound >= before)) return;
            if (bound < mark - NOTICEABLE * Math.abs(mark)) {
                mark = bound;
                sinceBetter = 0;
            } else if (++sinceBetter > pace.patience) {
                step /= SHORTER;
                sinceBetter = 0;
                System.arraycopy(best, 0, price, 0, price.length);
                Arrays.fill(direction, 0);
                now = ask();
            }
            if (!move(direction, step * (now - reached), pace.smoothing)) return;
        }
    }

    private double ask() {
        double now = answer.at(price, slack);
        if (now < bound) {
            bound = now;
            System.arraycopy(price, 0, best, 0, price.length);
        }
        return now;
    }

    private boolean move(double[] direction, double excess, double smoothing) {
        double square = 0;
        for (int i = 0; i < price.length; i++) {
            if (unit[i] == 0) continue;
            direction[i] = (1 - smoothing) * slack[i] / unit[i] + smoothing * direction[i];
            if (price[i] <= 0 && direction[i] > 0 && !mayBeNegative) direction[i] = 0;
            square += direction[i] * direction[i];
        }
        if (square == 0) return false;
        for (int i = 0; i < price.length; i++) {
            if (unit[i] == 0) continue;
            price[i] -= excess / square * direction[i] / unit[i];
            if (!mayBeNegative) price[i] = Math.max(0, price[i]);
        }
        return true;
    }
}
