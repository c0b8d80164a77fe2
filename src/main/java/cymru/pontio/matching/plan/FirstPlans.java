package cymru.pontio.matching.plan;

import static cymru.pontio.matching.plan.Problem.NONE;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Plans made in one go: packages come in some order, and each takes the best of its choices for which there is room. */
final class FirstPlans {
    private final Problem problem;

    FirstPlans(Problem problem) {
        this.problem = problem;
    }

    /** The most urgent first, as a careful broker would: most worth for each minute, then the larger package. */
    int[] byUrgency() {
        IntToDoubleFunction worth = choice -> problem.worth[choice];
        return inOrder(p -> best(p, choice -> worth.applyAsDouble(choice) / Math.max(1, minutes(choice))), worth);
    }

    /** Those first for whom the hours they need cost the least of what they are worth at these prices. */
    int[] byPrices(ShadowPrices prices) {
        IntToDoubleFunction net = prices::net;
        return inOrder(p -> best(p, choice -> prices.net(choice) / Math.max(1, problem.worth[choice])), net);
    }

    /** Those first who would lose the most if their best choice were gone. */
    int[] byRegret(ShadowPrices prices) {
        return inOrder(p -> regret(p, prices), prices::net);
    }

    private int[] inOrder(IntToDoubleFunction firstCome, IntToDoubleFunction liking) {
        double[] rank =
                IntStream.range(0, problem.packages).mapToDouble(firstCome).toArray();
        Draft draft = new Draft(problem);
        IntStream.range(0, problem.packages)
                .boxed()
                .sorted(Comparator.comparing((Integer p) -> -rank[p]).thenComparing(p -> p))
                .forEach(p -> put(draft, p, liking));
        return draft.chosen;
    }

    private void put(Draft draft, int p, IntToDoubleFunction liking) {
        int best = NONE;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = problem.firstChoice[p]; c < problem.firstChoice[p + 1]; c++) {
            double like = liking.applyAsDouble(c);
            if (like > most && problem.worth[c] > 0 && draft.fits(c)) {
                most = like;
                best = c;
            }
        }
        if (best != NONE) draft.put(best);
    }

    private double best(int p, IntToDoubleFunction measure) {
        return IntStream.range(problem.firstChoice[p], problem.firstChoice[p + 1])
                .mapToDouble(measure)
                .max()
                .orElse(0);
    }

    private double regret(int p, ShadowPrices prices) {
        double first = problem.everyPackage ? Double.NEGATIVE_INFINITY : 0;
        double second = first;
        for (int c = problem.firstChoice[p]; c < problem.firstChoice[p + 1]; c++) {
            double net = prices.net(c);
            if (net > first) {
                second = first;
                first = net;
            } else if (net > second) second = net;
        }
        return Double.isInfinite(second) ? Double.MAX_VALUE : first - second;
    }

    private double minutes(int choice) {
        double sum = 0;
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++) sum += problem.amount[u];
        return sum;
    }
}
