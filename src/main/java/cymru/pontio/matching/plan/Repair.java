package cymru.pontio.matching.plan;

import static cymru.pontio.matching.plan.Problem.NONE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mends a plan with as few changes as can be: packages that wait are put where there is room, and only if there is none
 * may one of those in the way move, if it finds another place or is worth clearly less.
 */
final class Repair {
    /** The whole must gain this share of the newcomer’s worth for each package that moves for it. */
    private static final double NOT_FOR_LESS = 0.1;

    private final Problem problem;
    private final Draft draft;

    Repair(Problem problem) {
        this.problem = problem;
        this.draft = new Draft(problem);
    }

    /** @param kept the choice of each package before, as numbered in the problem’s making, or -1 */
    Draft of(int[] kept) {
        inOrderOfWorth(IntStream.range(0, problem.choices())
                        .filter(c -> kept[problem.packageOf[c]] == problem.givenAs[c]))
                .filter(draft::fits)
                .forEach(draft::put);
        for (int round = 0; round < 2; round++)
            inOrderOfWorth(IntStream.range(0, problem.packages)
                            .filter(p -> !draft.has(p) && problem.choices(p) > 0)
                            .map(p -> problem.firstChoice[p]))
                    .map(c -> problem.packageOf[c])
                    .filter(p -> !draft.has(p))
                    .forEach(this::place);
        IntStream.range(0, problem.choices())
                .filter(c -> kept[problem.packageOf[c]] == problem.givenAs[c])
                .forEach(this::putBack);
        return draft;
    }

    /** Whoever could stay after all does. */
    private void putBack(int choice) {
        int p = problem.packageOf[choice];
        int instead = draft.chosen[p];
        if (instead == choice) return;
        if (instead != NONE) draft.take(p);
        if (draft.fits(choice)) draft.put(choice);
        else if (instead != NONE) draft.put(instead);
    }

    private IntStream inOrderOfWorth(IntStream choices) {
        return choices.boxed()
                .sorted(Comparator.comparing((Integer c) -> -density(c)).thenComparing(c -> c))
                .mapToInt(c -> c);
    }

    private void place(int p) {
        int room = bestFitting(p);
        if (room != NONE) {
            draft.put(room);
            return;
        }
        int[] best = IntStream.range(problem.firstChoice[p], problem.firstChoice[p + 1])
                .boxed()
                .sorted(Comparator.comparing((Integer c) -> -problem.worth[c]).thenComparing(c -> c))
                .mapToInt(c -> c)
                .toArray();
        for (int choice : best) if (placeInsteadOfOthers(choice)) return;
    }

    /** @return false, and nothing changed, if that is not clearly better */
    private boolean placeInsteadOfOthers(int choice) {
        if (problem.worth[choice] <= 0) return false;
        long worth = draft.worth();
        List<Integer> moved = new ArrayList<>();
        for (int pool = draft.lacking(choice); pool != NONE; pool = draft.lacking(choice))
            moved.add(takeLeast(pool, choice));
        int[] back = moved.stream().mapToInt(c -> c).toArray();
        draft.put(choice);
        for (int c : back) {
            int room = draft.fits(c) ? c : bestFitting(problem.packageOf[c]);
            if (room != NONE) draft.put(room);
        }
        if (draft.worth() - worth > NOT_FOR_LESS * problem.worth[choice] * back.length) return true;
        for (int c : back) if (draft.has(problem.packageOf[c])) draft.take(problem.packageOf[c]);
        draft.take(problem.packageOf[choice]);
        for (int c : back) draft.put(c);
        return false;
    }

    /** The one that is worth least among those whose going leaves enough, or else the largest. */
    private int takeLeast(int pool, int choice) {
        long lack = -draft.left[pool];
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
            if (problem.pool[u] == pool) lack += problem.amount[u];
        int taken = NONE;
        boolean enough = false;
        for (int i = 0; i < draft.users(pool); i++) {
            int use = draft.use(pool, i);
            int other = problem.choiceOf[use];
            boolean frees = problem.amount[use] >= lack;
            if (taken == NONE
                    || (frees && !enough)
                    || (frees == enough && problem.worth[other] < problem.worth[taken])) {
                taken = other;
                enough = frees;
            }
        }
        draft.take(problem.packageOf[taken]);
        return taken;
    }

    private int bestFitting(int p) {
        int best = NONE;
        for (int c = problem.firstChoice[p]; c < problem.firstChoice[p + 1]; c++)
            if (problem.worth[c] > (best == NONE ? 0 : problem.worth[best]) && draft.fits(c)) best = c;
        return best;
    }

    private double density(int choice) {
        long minutes = 0;
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++) minutes += problem.amount[u];
        return (double) problem.worth[choice] / Math.max(1, minutes);
    }
}
