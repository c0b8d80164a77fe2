package cymru.pontio.matching.plan;

import static cymru.pontio.matching.plan.Problem.NONE;

import java.util.Arrays;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Betters a plan by small changes: some package gets another choice; who is in the way must go (ejection) and takes the
 * best other place that is free. A change for the worse is kept at first quite often, later hardly ever (Metropolis, a
 * temperature that falls geometrically). Nothing but the seed and the number of steps decides the outcome.
 */
final class Annealing {
    private static final double HOT = 0.3;
    private static final double COLD = 0.003;
    private static final double WAITING_FIRST = 0.5;
    private static final int CANDIDATES = 3;

    private final Problem problem;
    private final SplittableRandom random;
    private final Draft draft;
    private final int[] liked;
    private final int[] movable;
    private final double scale;
    private int[] best;
    private long bestWorth;
    private boolean bestIsNow;
    private double temperature;

    private int[] changed = new int[64];
    private int[] before = new int[64];
    private int changes;

    Annealing(Problem problem, ShadowPrices prices, int[] start, long seed) {
        this.problem = problem;
        this.random = new SplittableRandom(seed);
        this.draft = Draft.of(problem, start);
        this.best = start.clone();
        this.bestWorth = draft.worth();
        this.liked = prices.liked();
        this.movable = IntStream.range(0, problem.packages)
                .filter(p -> problem.choices(p) > 0)
                .toArray();
        this.scale = Arrays.stream(movable).mapToLong(this::atStake).average().orElse(0);
    }

    int[] best() {
        if (bestIsNow) remember();
        return best;
    }

    long bestWorth() {
        return bestWorth;
    }

    /**
     * @param from share of the whole walk that is done already
     * @param to share of it that is done afterwards
     */
    void walk(long steps, double from, double to) {
        if (movable.length == 0) return;
        for (long step = 0; step < steps; step++) {
            double done = from + (to - from) * step / steps;
            if ((step & 63) == 0) temperature = scale * HOT * Math.pow(COLD / HOT, done);
            step();
        }
    }

    private void step() {
        int p = pick();
        int choice = choice(p);
        if (choice == draft.chosen[p]) return;
        long worth = draft.worth();
        changes = 0;
        if (draft.has(p)) take(p);
        makeRoom(choice);
        put(choice);
        for (int i = changes - 2; i >= 0; i--) if (!draft.has(changed[i])) settle(changed[i]);
        judge(draft.worth() - worth);
    }

    private void judge(long gain) {
        if (gain >= 0 || random.nextDouble() < Math.exp(gain / temperature)) {
            if (gain < 0 && bestIsNow) rememberBefore();
            if (draft.worth() > bestWorth) {
                bestWorth = draft.worth();
                bestIsNow = true;
            } else if (draft.worth() < bestWorth) bestIsNow = false;
        } else undo();
    }

    private int pick() {
        if (draft.waiting() > 0 && random.nextDouble() < WAITING_FIRST)
            return draft.waiting(random.nextInt(draft.waiting()));
        return movable[random.nextInt(movable.length)];
    }

    /** Those worth most after paying for their hours are tried most often. */
    private int choice(int p) {
        double lot = random.nextDouble();
        return liked[problem.firstChoice[p] + (int) (lot * lot * problem.choices(p))];
    }

    private void makeRoom(int choice) {
        for (int pool = draft.lacking(choice); pool != NONE; pool = draft.lacking(choice)) take(victim(pool));
    }

    /** Of a few in this pool the one whose place is worth least for what it takes up. */
    private int victim(int pool) {
        int users = draft.users(pool);
        int victim = NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(CANDIDATES, users); i++) {
            int use = draft.use(pool, random.nextInt(users));
            int choice = problem.choiceOf[use];
            double worth = (double) problem.worth[choice] / problem.amount[use];
            if (worth < least) {
                least = worth;
                victim = problem.packageOf[choice];
            }
        }
        return victim;
    }

    private long atStake(int p) {
        LongSummaryStatistics worth = Arrays.stream(problem.worth, problem.firstChoice[p], problem.firstChoice[p + 1])
                .summaryStatistics();
        return worth.getMax() - (problem.everyPackage ? worth.getMin() : 0);
    }

    private void settle(int p) {
        for (int i = problem.firstChoice[p]; i < problem.firstChoice[p + 1]; i++)
            if (problem.worth[liked[i]] > 0 && draft.fits(liked[i])) {
                put(liked[i]);
                return;
            }
    }

    private void take(int p) {
        note(p);
        draft.take(p);
    }

    private void put(int choice) {
        note(problem.packageOf[choice]);
        draft.put(choice);
    }

    private void note(int p) {
        if (changes == changed.length) {
            changed = Arrays.copyOf(changed, 2 * changes);
            before = Arrays.copyOf(before, 2 * changes);
        }
        changed[changes] = p;
        before[changes++] = draft.chosen[p];
    }

    private void undo() {
        while (--changes >= 0) {
            int p = changed[changes];
            if (draft.has(p)) draft.take(p);
            if (before[changes] != NONE) draft.put(before[changes]);
        }
    }

    private void remember() {
        System.arraycopy(draft.chosen, 0, best, 0, best.length);
        bestIsNow = false;
    }

    /** The best was what stood before this step. */
    private void rememberBefore() {
        System.arraycopy(draft.chosen, 0, best, 0, best.length);
        for (int i = changes - 1; i >= 0; i--) best[changed[i]] = before[i];
        bestIsNow = false;
    }
}
