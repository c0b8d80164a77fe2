package cymru.pontio.matching.plan;

import static cymru.pontio.matching.plan.Problem.NONE;

/**
 * Looks through all plans of a small problem and leaves out whole branches that cannot come to more than the best plan
 * known: what is chosen, plus what the hours left are worth, plus what each undecided package could still gain at the
 * shadow prices. If it comes to an end within its looks, the best plan is proven to be the best.
 */
final class Exact {
    private static final double ROUNDING = 1e-6;
    private static final int NEW_PRICES_EACH = 6;
    private static final int ROUNDS = 40;

    private final Problem problem;
    private final Draft draft;
    private ShadowPrices prices;
    private final int[] liked;
    private final boolean[] decided;
    private final int[] best;
    private long bestWorth;
    private long looksLeft;

    Exact(Problem problem, ShadowPrices prices, int[] best) {
        this.problem = problem;
        this.draft = new Draft(problem);
        this.prices = prices;
        this.best = best.clone();
        this.bestWorth = Draft.of(problem, best).worth();
        this.liked = prices.liked();
        decided = new boolean[problem.packages];
    }

    int[] best() {
        return best;
    }

    /**
     * @param looksAtMost how many choices may be looked at, over and over
     * @return whether the best is proven
     */
    boolean search(long looksAtMost) {
        looksLeft = looksAtMost;
        return branch(1);
    }

    /** Prices are looked for anew at every few decisions: what was decided has changed what is scarce. */
    private boolean branch(int depth) {
        if (looksLeft <= 0) return false;
        if (depth % NEW_PRICES_EACH != 0) return look(depth);
        ShadowPrices above = prices;
        prices = above.within(draft, decided);
        prices.search(bestWorth, ROUNDS);
        looksLeft -= (long) prices.rounds() * problem.choices();
        boolean complete = prices.bound() < bestWorth + 1 - ROUNDING || look(depth);
        prices = above;
        return complete;
    }

    /** @return false if looks ran out */
    private boolean look(int depth) {
        looksLeft -= problem.choices();
        double[] price = prices.best();
        double bound = draft.worth();
        for (int i = 0; i < price.length; i++) bound += price[i] * draft.left[i];
        int next = NONE;
        double most = -1;
        for (int p = 0; p < problem.packages; p++) {
            if (decided[p]) continue;
            boolean some = false;
            double first = problem.everyPackage ? Double.NEGATIVE_INFINITY : 0;
            double second = Double.NEGATIVE_INFINITY;
            for (int c = problem.firstChoice[p]; c < problem.firstChoice[p + 1]; c++) {
                double net = prices.net(c);
                if (net <= second || !draft.fits(c)) continue;
                some = true;
                second = Math.min(first, net);
                first = Math.max(first, net);
            }
            bound += first;
            if (some && first - second > most) {
                most = first - second;
                next = p;
            }
        }
        if (bound < bestWorth + 1 - ROUNDING) return true;
        if (next != NONE) return decide(next, depth + 1);
        if (draft.worth() > bestWorth) {
            bestWorth = draft.worth();
            System.arraycopy(draft.chosen, 0, best, 0, best.length);
        }
        return true;
    }

    private boolean decide(int p, int depth) {
        decided[p] = true;
        boolean complete = true;
        boolean leftOut = problem.everyPackage;
        for (int i = problem.firstChoice[p]; complete && i < problem.firstChoice[p + 1]; i++) {
            if (!leftOut && prices.net(liked[i]) <= 0) {
                leftOut = true;
                complete = branch(depth);
            }
            if (!complete || !draft.fits(liked[i])) continue;
            draft.put(liked[i]);
            complete = branch(depth);
            draft.take(p);
        }
        if (complete && !leftOut) complete = branch(depth);
        decided[p] = false;
        return complete;
    }
}
