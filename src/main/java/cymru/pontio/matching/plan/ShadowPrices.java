package cymru.pontio.matching.plan;

import static cymru.pontio.matching.plan.Problem.NONE;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What an hour of each pool is worth to the whole list. Given any prices, let every package take what is worth most after
 * paying for the hours it uses, and add what all hours are worth: no plan can be worth more (Lagrangian relaxation of the
 * capacities). Prices of crowded pools are raised and of idle ones lowered until that bound is low.
 */
final class ShadowPrices {
    private static final Descent.Pace PACE = new Descent.Pace(0.2, 0.002, 16, 0.9);

    private final Problem problem;
    private final Draft draft;
    private final boolean[] decided;
    private final boolean fresh;
    private final Descent descent;

    ShadowPrices(Problem problem) {
        this(new Draft(problem), new boolean[problem.packages], true, new double[problem.capacity.length]);
    }

    private ShadowPrices(Draft draft, boolean[] decided, boolean fresh, double[] price) {
        this.problem = draft.problem;
        this.draft = draft;
        this.decided = decided;
        this.fresh = fresh;
        // Prices then move by what is left as a share of the pool: by the whole of it, those of small pools swing for
        // ever.
        double[] unit = Arrays.stream(problem.capacity).mapToDouble(Math::sqrt).toArray();
        this.descent = new Descent(this::answer, price, unit, false);
    }

    /** Prices of what this draft leaves, for the packages that are not decided; begun at these prices. */
    ShadowPrices within(Draft draft, boolean[] decided) {
        return new ShadowPrices(draft, decided, false, best());
    }

    /** @return no plan is worth more than this */
    double bound() {
        return descent.bound();
    }

    int rounds() {
        return descent.rounds();
    }

    double[] best() {
        return descent.best();
    }

    /** What a choice is worth once its hours are paid for at the best prices found. */
    double net(int choice) {
        return net(choice, best());
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

    /** @param reached worth of a plan that is known, to measure the steps by */
    void search(long reached, int roundsAtMost) {
        descent.search(PACE, reached, roundsAtMost);
    }

    /** Everybody takes the best for itself. */
    private double answer(double[] price, double[] left) {
        double sum = draft.worth();
        for (int i = 0; i < price.length; i++) {
            left[i] = draft.left[i];
            sum += price[i] * left[i];
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
                left[problem.pool[u]] -= problem.amount[u];
        }
        return sum;
    }

    private double net(int choice, double[] prices) {
        double net = problem.worth[choice];
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
            net -= prices[problem.pool[u]] * problem.amount[u];
        return net;
    }
}
