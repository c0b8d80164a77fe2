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
    /** As much as half a second allows. */
    static final long USUAL = 200_000_000;

    /**
     * Prices are searched for roughly at first, because rough answers cost little and say as well which way to go.
     *
     * @param fillings how nearly each provider’s takings are reckoned
     * @param share of the work, in hundredths
     */
    private record Stage(Descent.Pace pace, int fillings, int share, int roundsAtMost) {}

    private static final List<Stage> STAGES = List.of(
            new Stage(new Descent.Pace(0.1, 0.003, 8, 0.6), 300, 20, 120),
            new Stage(new Descent.Pace(0.03, 0.002, 4, 0.6), 2_000, 30, 60),
            new Stage(new Descent.Pace(0.02, 0.001, 3, 0.6), 20_000, 50, 40));

    /** Where a week is all that limits providers, their takings are exact at once. */
    private static final Descent.Pace EXACT = new Descent.Pace(0.1, 0.001, 8, 0.6);

    private static final int EXACT_ROUNDS_AT_MOST = 400;

    /** If these bring nothing, more will not either. */
    private static final int ROUNDS_TO_TRY = 50;

    /** Fewer are not worth beginning. */
    private static final int ROUNDS_AT_LEAST = 5;

    private final Problem problem;
    private final List<Takings> holders;
    private final Descent descent;
    private final double byHours;
    private final boolean exact;
    private int fillings;

    /** @param hours prices that have been searched for: begun at what they leave each package */
    PackagePrices(Problem problem, ShadowPrices hours) {
        this.problem = problem;
        Holders all = new Holders(problem);
        HourPrices own = new HourPrices(problem, hours.best());
        Fillings shared = new Fillings();
        holders = IntStream.range(0, all.count())
                .mapToObj(h -> new Takings(problem, all.choices[h], all.pools[h], own, shared))
                .toList();
        double[] start = IntStream.range(0, problem.packages)
                .mapToDouble(p -> left(p, hours))
                .toArray();
        double[] unit = IntStream.range(0, problem.packages)
                .mapToDouble(p -> problem.choices(p) > 0 ? 1 : 0)
                .toArray();
        byHours = hours.bound();
        exact = holders.stream().noneMatch(Takings::needsFillings);
        descent = new Descent(this::answer, start, unit, problem.everyPackage);
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
        if (exact) {
            fillings = 1;
            if (descent.rounds() == 0) descent.search(EXACT, reached, 1);
            long each = Math.max(1, work() / Math.max(1, descent.rounds()));
            descent.search(EXACT, reached, Math.clamp(work / each, ROUNDS_TO_TRY, EXACT_ROUNDS_AT_MOST), ROUNDS_TO_TRY);
            return;
        }
        for (Stage stage : STAGES) {
            fillings = stage.fillings;
            long before = work();
            descent.search(stage.pace, reached, 1);
            long rounds = work * stage.share / 100 / Math.max(1, work() - before);
            if (rounds < ROUNDS_AT_LEAST) return;
            descent.search(stage.pace, reached, (int) Math.min(stage.roundsAtMost, rounds));
            if (descent.bound() <= reached || descent.bound() >= byHours) return;
        }
    }

    private long work() {
        return holders.stream().mapToLong(Takings::work).sum();
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
        for (Takings one : holders) sum += one.most(price, wanted, fillings);
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
