package cymru.pontio.matching.plan;

import static cymru.pontio.matching.plan.Problem.NONE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What an hour of each pool is worth to the whole list. Given any prices, let every package take what is worth most after
 * paying for the hours it uses, and add what all hours are worth: no plan can be worth more (Lagrangian relaxation of the
 * capacities). Prices of crowded pools are raised and of idle ones lowered until that bound is low (subgradient steps
 * after Polyak, with the direction smoothed after Camerini, Fratta and Maffioli).
 */
final class ShadowPrices {
    private static final double FIRST_STEP = 1.0;
    private static final double LAST_STEP = 0.002;
    private static final int PATIENCE = 12;
    private static final double SMOOTHING = 0.7;

    private final Problem problem;
    private final Draft draft;
    private final boolean[] decided;
    private final boolean fresh;
    private final double[] price;
    private final double[] idle;
    private final double[] best;
    private double bound = Double.POSITIVE_INFINITY;
    private int rounds;

    ShadowPrices(Problem problem) {
        this(new Draft(problem), new boolean[problem.packages], true, new double[problem.capacity.length]);
    }

    private ShadowPrices(Draft draft, boolean[] decided, boolean fresh, double[] price) {
        this.problem = draft.problem;
        this.draft = draft;
        this.decided = decided;
        this.fresh = fresh;
        this.price = price.clone();
        this.idle = new double[price.length];
        this.best = price.clone();
    }

    /** Prices of what this draft leaves, for the packages that are not decided; begun at these prices. */
    ShadowPrices within(Draft draft, boolean[] decided) {
        return new ShadowPrices(draft, decided, false, best);
    }

    /** @return no plan is worth more than this */
    double bound() {
        return bound;
    }

    int rounds() {
        return rounds;
    }

    double[] best() {
        return best;
    }

    /** What a choice is worth once its hours are paid for at the best prices found. */
    double net(int choice) {
        return net(choice, best);
    }

    /** The choices of each package, those first that are worth most after paying for their hours. */
    int[] liked() {
        double[] net =
                IntStream.range(0, problem.choices()).mapToDouble(this::net).toArray();
        Integer[] order = IntStream.range(0, net.length).boxed().toArray(Integer[]::new);
        for (int p = 0; p < problem.packages; p++)
            Arrays.sort(
                    order,
                    problem.firstChoice[p],
                    problem.firstChoice[p + 1],
                    Comparator.comparing((Integer c) -> -net[c]).thenComparing(c -> c));
        return Arrays.stream(order).mapToInt(c -> c).toArray();
    }

    /**
     * @param reached worth of a plan that is known, to measure the steps by
     */
    void search(long reached, int roundsAtMost) {
        double[] direction = new double[price.length];
        System.arraycopy(best, 0, price, 0, price.length);
        double step = FIRST_STEP;
        int sinceBetter = 0;
        double progressMark = Double.MAX_VALUE;
        for (int round = 0; round < roundsAtMost && step > LAST_STEP; round++, rounds++) {
            double now = answer();
            if (now < bound) {
                bound = now;
                System.arraycopy(price, 0, best, 0, price.length);
            }
            if (bound <= reached) return;
            if (bound < progressMark - 1e-5 * Math.abs(progressMark)) {
                progressMark = bound;
                sinceBetter = 0;
            } else if (++sinceBetter > PATIENCE) {
                step /= 1.5;
                sinceBetter = 0;
                System.arraycopy(best, 0, price, 0, price.length);
                Arrays.fill(direction, 0);
                now = answer();
            }
            if (!move(direction, step * (now - reached))) return;
        }
    }

    /** Everybody takes the best for itself; {@link #idle} is what that leaves of each pool, as a share of it. */
    private double answer() {
        double sum = draft.worth();
        for (int i = 0; i < price.length; i++) {
            idle[i] = problem.capacity[i] == 0 ? 0 : (double) draft.left[i] / problem.capacity[i];
            sum += price[i] * draft.left[i];
        }
        for (int p = 0; p < problem.packages; p++) {
            if (decided[p]) continue;
            int taken = NONE;
            double most = problem.everyPackage ? Double.NEGATIVE_INFINITY : 0;
            for (int c = problem.firstChoice[p]; c < problem.firstChoice[p + 1]; c++) {
                double net = net(c, price);
                if (net > most && (fresh || draft.fits(c))) {
                    most = net;
                    taken = c;
                }
            }
            if (taken == NONE && !problem.everyPackage) continue;
            sum += most;
            if (taken == NONE) continue;
            for (int u = problem.firstUse[taken]; u < problem.firstUse[taken + 1]; u++)
                idle[problem.pool[u]] -= (double) problem.amount[u] / problem.capacity[problem.pool[u]];
        }
        return sum;
    }

    private boolean move(double[] direction, double excess) {
        double square = 0;
        for (int i = 0; i < price.length; i++) {
            direction[i] = (1 - SMOOTHING) * idle[i] + SMOOTHING * direction[i];
            if (price[i] <= 0 && direction[i] > 0) direction[i] = 0;
            square += direction[i] * direction[i];
        }
        if (square == 0) return false;
        for (int i = 0; i < price.length; i++)
            if (problem.capacity[i] > 0)
                price[i] = Math.max(0, price[i] - excess / square * direction[i] / problem.capacity[i]);
        return true;
    }

    private double net(int choice, double[] prices) {
        double net = problem.worth[choice];
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
            net -= prices[problem.pool[u]] * problem.amount[u];
        return net;
    }
}
