package cymru.pontio.matching.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The other way round: given what a place for each package is worth to the whole list, let every provider by itself take
 * those that pay it most, whole packages only and within all its hours, and add what the places are worth: no plan can be
 * worth more (Lagrangian relaxation of “one provider each”). That comes nearer than {@link ShadowPrices}, which do not see
 * that whole packages leave gaps.
 */
final class PackagePrices {
    /** As much as a second allows. */
    static final long USUAL = 280_000_000;

    /** As much as brings a county nearer than prices of hours do. */
    static final long AT_LEAST = 120_000_000;

    /** Prices are searched for roughly at first, because rough answers cost little and say as well which way to go. */
    private static final Descent.Pace ROUGH = new Descent.Pace(0.1, 0.003, 8, 0.6);

    private static final int ROUGH_FILLINGS = 300;
    private static final int ROUGH_SHARE = 12;
    private static final int ROUGH_ROUNDS_AT_MOST = 120;

    /**
     * Then ever more nearly, by rounds that each say more.
     *
     * @param fillings how nearly each provider’s takings are reckoned
     */
    private record Stage(int fillings, int roundsAtMost) {}

    private static final List<Stage> STAGES = List.of(new Stage(20_000, 12), new Stage(100_000, 60));

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
    private @Nullable BundleMethod bundle;
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
        return bundle == null ? descent.bound() : Math.min(descent.bound(), bundle.bound());
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
        long end = work() + work;
        if (bundle == null) roughly(reached, work * ROUGH_SHARE / 100);
        if (bound() <= reached || bound() >= byHours) return;
        if (bundle == null) bundle = new BundleMethod(new Everybody(), descent.best(), problem);
        for (Stage stage : STAGES) {
            fillings = stage.fillings;
            long before = work();
            bundle.askAgain(reached);
            if (before + ROUNDS_AT_LEAST * (work() - before) > end) return;
            for (int round = 0; round < stage.roundsAtMost && work() < end; round++) if (!bundle.lower(reached)) break;
            if (bound() <= reached) return;
        }
    }

    private void roughly(long reached, long work) {
        fillings = ROUGH_FILLINGS;
        long before = work();
        descent.search(ROUGH, reached, 1);
        long rounds = work / Math.max(1, work() - before);
        if (rounds >= ROUNDS_AT_LEAST) descent.search(ROUGH, reached, (int) Math.min(ROUGH_ROUNDS_AT_MOST, rounds));
    }

    private long work() {
        return holders.stream().mapToLong(Takings::work).sum() + (bundle == null ? 0 : bundle.work());
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
        Lot free = free(price);
        for (int p : free.packages()) wanted[p]--;
        return sum + free.gain(price);
    }

    /** Choices that use nothing up are nobody’s. */
    private Lot free(double[] price) {
        int[] free = IntStream.range(0, problem.choices())
                .filter(c -> problem.firstUse[c] == problem.firstUse[c + 1])
                .filter(c -> problem.worth[c] > price[problem.packageOf[c]])
                .toArray();
        return new Lot(
                Arrays.stream(free).map(c -> problem.packageOf[c]).sorted().toArray(),
                Arrays.stream(free).mapToDouble(c -> problem.worth[c]).sum());
    }

    /** All providers and, last, who takes what uses nothing up. */
    private final class Everybody implements BundleMethod.Asked {
        private Lot free = Lot.NOTHING;

        @Override
        public int count() {
            return holders.size() + 1;
        }

        @Override
        public double most(int holder, double[] price) {
            if (holder < holders.size()) return holders.get(holder).most(price, new double[price.length], fillings);
            free = free(price);
            return free.gain(price);
        }

        @Override
        public Lot lot(int holder) {
            return holder < holders.size() ? holders.get(holder).lot() : free;
        }
    }
}
