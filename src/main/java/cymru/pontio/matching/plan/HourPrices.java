package cymru.pontio.matching.plan;

/**
 * What each provider’s hours are worth to itself, while prices of packages move: prices that were right for the whole list
 * soon say too little about which packages it will take. Any prices give a true bound of what a provider can take; better
 * ones cut off more of its ways.
 */
final class HourPrices {
    private static final int ROUNDS = 20;
    private static final double SUPPOSED = 0.9;

    private final Problem problem;

    /** Of every pool; no pool is two providers’, so one array does for all. */
    final double[] price;

    private final double[] tried;
    private final double[] slack;

    HourPrices(Problem problem, double[] price) {
        this.problem = problem;
        this.price = price.clone();
        this.tried = price.clone();
        this.slack = new double[price.length];
    }

    /**
     * Some subgradient steps after Polyak, the shorter the more often the bound has not fallen.
     *
     * @param pools of one provider
     * @param choices that use them
     * @param reached what it took at the prices before, or less than nothing
     * @return things looked at
     */
    long fit(int[] pools, int[] choices, double[] packagePrice, double reached) {
        double least = Double.POSITIVE_INFINITY;
        double pace = 1;
        for (int pool : pools) tried[pool] = price[pool];
        for (int round = 1; round <= ROUNDS; round++) {
            double now = bound(pools, choices, packagePrice);
            if (now < least) {
                least = now;
                for (int pool : pools) price[pool] = tried[pool];
            } else pace /= 2;
            double aim = reached < 0 || reached > now ? SUPPOSED * now : reached;
            if (!move(pools, pace * (now - aim))) return (long) round * choices.length;
        }
        return (long) ROUNDS * choices.length;
    }

    private double bound(int[] pools, int[] choices, double[] packagePrice) {
        double sum = 0;
        for (int pool : pools) {
            slack[pool] = problem.capacity[pool];
            sum += tried[pool] * slack[pool];
        }
        for (int c : choices) {
            double over = problem.worth[c] - packagePrice[problem.packageOf[c]];
            for (int u = problem.firstUse[c]; u < problem.firstUse[c + 1] && over > 0; u++)
                over -= tried[problem.pool[u]] * problem.amount[u];
            if (over <= 0) continue;
            sum += over;
            for (int u = problem.firstUse[c]; u < problem.firstUse[c + 1]; u++)
                slack[problem.pool[u]] -= problem.amount[u];
        }
        return sum;
    }

    /** Prices move by what is left as a share of the pool, as in {@link ShadowPrices}. */
    private boolean move(int[] pools, double excess) {
        double square = 0;
        for (int pool : pools) {
            if (problem.capacity[pool] == 0 || (tried[pool] <= 0 && slack[pool] > 0)) slack[pool] = 0;
            else square += slack[pool] * slack[pool] / problem.capacity[pool];
        }
        if (square == 0) return false;
        for (int pool : pools)
            if (slack[pool] != 0)
                tried[pool] = Math.max(0, tried[pool] - excess / square * slack[pool] / problem.capacity[pool]);
        return true;
    }
}
