package cymru.pontio.matching.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The other way round: given what a place for each package is worth to the whole list, let every provider by itself take
 * those that pay it most, whole packages only and within all its hours, and add what the places are worth: no plan can be
 * worth more (Lagrangian relaxation of “one provider each”). That comes nearer than {@link ShadowPrices}, which do not see
 * that whole packages leave gaps.
 */
final class PackagePrices {
    private static final Descent.Pace PACE = new Descent.Pace(0.1, 0.001, 8, 0.6);

    /** About half a second’s. */
    static final long USUAL = 200_000_000;

    /** Where these bring nothing at first, providers have too many ways for more to. */
    private static final int ROUNDS_TO_TRY = 50;

    private static final int ROUNDS_AT_MOST = 400;

    private final Problem problem;
    private final List<Takings> holders;
    private final Descent descent;

    /** @param hours prices that have been searched for: begun at what they leave each package */
    PackagePrices(Problem problem, ShadowPrices hours) {
        this.problem = problem;
        Holders all = new Holders(problem);
        double[] hourPrice = hours.best().clone();
        long[] left = problem.capacity.clone();
        holders = IntStream.range(0, all.count())
                .mapToObj(h -> new Takings(problem, all.choices[h], all.pools[h], hourPrice, left))
                .toList();
        double[] start = IntStream.range(0, problem.packages)
                .mapToDouble(p -> left(p, hours))
                .toArray();
        double[] unit = IntStream.range(0, problem.packages)
                .mapToDouble(p -> problem.choices(p) > 0 ? 1 : 0)
                .toArray();
        descent = new Descent(this::answer, PACE, start, unit, problem.everyPackage);
    }

    /** @return no plan is worth more than this */
    double bound() {
        return descent.bound();
    }

    /**
     * @param reached worth of a plan that is known, to measure the steps by
     * @param work how many things may be looked at, over and over
     */
    void search(long reached, long work) {
        if (descent.rounds() == 0) descent.search(reached, 1);
        long each = Math.max(1, holders.stream().mapToLong(Takings::work).sum() / Math.max(1, descent.rounds()));
        descent.search(reached, Math.clamp(work / each, ROUNDS_TO_TRY, ROUNDS_AT_MOST), ROUNDS_TO_TRY);
    }

    private double left(int p, ShadowPrices hours) {
        if (problem.choices(p) == 0) return 0;
        double most = problem.everyPackage ? Double.NEGATIVE_INFINITY : 0;
        for (int c = problem.firstChoice[p]; c < problem.firstChoice[p + 1]; c++) most = Math.max(most, hours.net(c));
        return most;
    }

    private double answer(double[] price, double[] wanted) {
        Arrays.fill(wanted, 1);
        double sum = Arrays.stream(price).sum();
        for (Takings one : holders) sum += one.most(price, wanted);
        for (int c = 0; c < problem.choices(); c++) {
            int p = problem.packageOf[c];
            if (problem.firstUse[c] == problem.firstUse[c + 1] && problem.worth[c] > price[p]) {
                sum += problem.worth[c] - price[p];
                wanted[p]--;
            }
        }
        return sum;
    }
}
