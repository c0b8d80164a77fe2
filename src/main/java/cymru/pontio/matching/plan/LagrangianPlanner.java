package cymru.pontio.matching.plan;

import static cymru.pontio.matching.plan.Problem.NONE;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Shadow prices of hours say which are scarce and give a bound, prices of packages a nearer one; the best of three plans made
 * in one go is bettered by small changes and then some providers at a time; small islands that are not proven by then are
 * searched through.
 */
public final class LagrangianPlanner implements Planner {
    private static final int SLICES = 20;
    private static final int REPAIR_ROUNDS = 250;
    private static final int FIRST_ROUNDS = 1_000;
    private static final int LAST_ROUNDS = 1_500;
    private static final int PROVABLE_CHOICES = 1_500;
    private static final long LOOKS_PER_STEP = 1_500;
    private static final long LOOKS_AT_MOST = 150_000_000;

    /** In hundredths of the steps; more where packages may be left out, since others then find a place one by one. */
    private static final long ANNEALED = 50;

    private static final long ANNEALED_OF_EVERYBODY = 40;
    private static final long LOOKS_IN_A_STEP = 20;
    private static final long FIRST_LOOK = 30_000_000;
    private static final long SOME_STEPS = 2_000;
    private static final long MOST_STEPS = 1_000_000_000_000L;

    @Override
    public Solution plan(Problem problem, Effort effort, Watch watch) {
        List<Islands.Island> islands = Islands.of(problem);
        long packages = islands.stream().mapToLong(one -> one.packages().length).sum();
        Run run = new Run(effort, watch, packages);
        List<Part> parts = islands.parallelStream()
                .map(island -> new Part(island, run.plan(island.problem(), island.packages()[0])))
                .toList();
        return together(problem, parts, run);
    }

    @Override
    public Solution repair(Problem problem, int[] kept) {
        Draft draft = new Repair(problem).of(kept);
        ShadowPrices prices = new ShadowPrices(Tightening.of(problem));
        prices.search(draft.worth(), REPAIR_ROUNDS);
        return solution(problem, draft.chosen, draft.worth(), whole(prices.bound(), draft.worth()), 0, false);
    }

    private record Found(int[] chosen, long worth, long bound) {}

    private record Part(Islands.Island island, Found found) {}

    private static Solution together(Problem problem, List<Part> parts, Run run) {
        int[] chosen = new int[problem.packages];
        Arrays.fill(chosen, NONE);
        long worth = 0;
        long bound = 0;
        for (Part part : parts) {
            for (int i = 0; i < part.island.packages().length; i++)
                if (part.found.chosen[i] != NONE)
                    chosen[part.island.packages()[i]] = part.island.choices()[part.found.chosen[i]];
            worth += part.found.worth;
            bound += part.found.bound;
        }
        for (int p = 0; p < problem.packages; p++) {
            int free = free(problem, p);
            if (free == NONE) continue;
            chosen[p] = free;
            worth += problem.worth[free];
            bound += problem.worth[free];
        }
        return solution(problem, chosen, worth, bound, run.steps.get(), run.cutShort);
    }

    /** The best choice of a package none of whose choices use anything up. */
    private static int free(Problem problem, int p) {
        int best = NONE;
        if (problem.firstUse[problem.firstChoice[p]] < problem.firstUse[problem.firstChoice[p + 1]]) return NONE;
        for (int c = problem.firstChoice[p]; c < problem.firstChoice[p + 1]; c++)
            if (problem.worth[c] > (best == NONE ? 0 : problem.worth[best])) best = c;
        return best;
    }

    private static Solution solution(Problem problem, int[] chosen, long worth, long bound, long steps, boolean cut) {
        int[] given = Arrays.stream(chosen)
                .map(choice -> choice == NONE ? NONE : problem.givenAs[choice])
                .toArray();
        long placed = Arrays.stream(chosen).filter(choice -> choice != NONE).count();
        return new Solution(
                given,
                worth - placed * problem.reward,
                bound - (problem.everyPackage ? problem.packages : 0) * problem.reward,
                placed == problem.packages,
                steps,
                cut);
    }

    /** Worth comes in whole points, so a bound between two of them is as good as the lower. */
    private static long whole(double bound, long reached) {
        return Math.max(reached, (long) Math.floor(bound + 1e-9 * Math.abs(bound) + 1e-6));
    }

    /** One search over all islands, which may run beside each other. */
    private static final class Run {
        private final Effort effort;
        private final Watch watch;
        private final long packages;
        private final long end;
        private final AtomicLong steps = new AtomicLong();
        private final AtomicLong worth = new AtomicLong();
        private volatile boolean cutShort;

        Run(Effort effort, Watch watch, long packages) {
            this.effort = effort;
            this.watch = watch;
            this.packages = packages;
            this.end = System.nanoTime() + effort.atMost().toNanos();
        }

        Found plan(Problem island, int number) {
            FirstPlans first = new FirstPlans(island);
            int[] urgent = first.byUrgency();
            Problem tight = Tightening.of(island);
            ShadowPrices prices = new ShadowPrices(tight);
            prices.search(worth(island, urgent), FIRST_ROUNDS);
            int[] start = Stream.of(urgent, first.byPrices(prices), first.byRegret(prices))
                    .reduce((a, b) -> worth(island, b) > worth(island, a) ? b : a)
                    .get();
            worth.addAndGet(worth(island, start));
            long seed = effort.seed() + number;
            if (island.choices() <= PROVABLE_CHOICES) return small(tight, prices, start, seed);
            int[] annealed = anneal(tight, prices, start, Long.MAX_VALUE, seed);
            prices.search(worth(island, annealed), LAST_ROUNDS);
            PackagePrices packages = new PackagePrices(tight, prices);
            // The bound is looked for beside the plan.
            CompletableFuture<Void> searched =
                    CompletableFuture.runAsync(() -> packages.search(worth(island, annealed), work(island)));
            int[] best = regroup(tight, prices, annealed, Long.MAX_VALUE, seed);
            searched.join();
            return new Found(best, worth(island, best), bound(prices, packages, worth(island, best)));
        }

        /** The bound comes first, because a plan that reaches it need not be bettered. */
        private Found small(Problem island, ShadowPrices prices, int[] start, long seed) {
            PackagePrices packages = new PackagePrices(island, prices);
            packages.search(worth(island, start), FIRST_LOOK);
            int[] annealed = anneal(island, prices, start, bound(prices, packages, 0), seed);
            prices.search(worth(island, annealed), LAST_ROUNDS);
            packages.search(worth(island, annealed), PackagePrices.USUAL);
            int[] best = regroup(island, prices, annealed, bound(prices, packages, 0), seed);
            long bound = bound(prices, packages, worth(island, best));
            if (bound == worth(island, best) || !mayGoOn()) return new Found(best, worth(island, best), bound);
            Exact exact = new Exact(island, prices, best);
            boolean proven = exact.search(Math.min(LOOKS_AT_MOST, LOOKS_PER_STEP * share(island)));
            long found = worth(island, exact.best());
            return new Found(exact.best(), found, proven ? found : bound);
        }

        private static long bound(ShadowPrices prices, PackagePrices packages, long reached) {
            return whole(Math.min(prices.bound(), packages.bound()), reached);
        }

        private int[] anneal(Problem island, ShadowPrices prices, int[] start, long enough, long seed) {
            Annealing annealing = new Annealing(island, prices, start, seed);
            for (int slice = 0; slice < SLICES && annealing.bestWorth() < enough && mayGoOn(); slice++) {
                long before = annealing.bestWorth();
                long some = part(annealed(island), slice);
                annealing.walk(some, (double) slice / SLICES, (slice + 1.0) / SLICES);
                made(some, annealing.bestWorth() - before);
            }
            return annealing.best();
        }

        private int[] regroup(Problem island, ShadowPrices prices, int[] start, long enough, long seed) {
            Regrouping regrouping = new Regrouping(island, prices, start, prices.bound(), seed);
            for (int slice = 0; slice < SLICES && regrouping.bestWorth() < enough && mayGoOn(); slice++) {
                long before = regrouping.bestWorth();
                long some = part(share(island) - annealed(island), slice);
                regrouping.search(some * LOOKS_IN_A_STEP, (double) slice / SLICES, (slice + 1.0) / SLICES);
                made(some, regrouping.bestWorth() - before);
            }
            return regrouping.best();
        }

        /** The work for the bound is shared like the steps, but less than some of it brings nothing. */
        private long work(Problem island) {
            return Math.max(PackagePrices.AT_LEAST, PackagePrices.USUAL * island.packages / packages);
        }

        /** Steps of the share that go to the annealing. */
        private long annealed(Problem island) {
            return share(island) * (island.everyPackage ? ANNEALED_OF_EVERYBODY : ANNEALED) / 100;
        }

        private void made(long some, long gain) {
            steps.addAndGet(some);
            worth.addAndGet(gain);
        }

        private static long part(long all, int slice) {
            return all * (slice + 1) / SLICES - all * slice / SLICES;
        }

        private long share(Problem island) {
            return Math.max(SOME_STEPS, Math.min(effort.steps(), MOST_STEPS) * island.packages / packages);
        }

        private boolean mayGoOn() {
            if (cutShort) return false;
            cutShort = System.nanoTime() - end > 0
                    || !watch.goesOn(new Planner.Progress(steps.get(), effort.steps(), worth.get()));
            return !cutShort;
        }

        private static long worth(Problem problem, int[] chosen) {
            return Arrays.stream(chosen)
                    .filter(choice -> choice != NONE)
                    .mapToLong(choice -> problem.worth[choice])
                    .sum();
        }
    }
}
