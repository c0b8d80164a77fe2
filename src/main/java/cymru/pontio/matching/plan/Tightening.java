package cymru.pontio.matching.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Says the same limits more sharply, so that the bound comes nearer: calls are of whole quarters of an hour, so minutes
 * that no set of calls can fill are no use to anybody. A pool is cut down to the largest sum that its calls can make, and
 * a call beside which some minutes must stay empty is counted with those minutes (lifting, one call after another).
 */
final class Tightening {
    private static final int LIFTED_AT_MOST = 48;
    private static final long UNITS_AT_MOST = 1 << 15;

    private final Problem problem;
    private final long[] capacity;
    private final long[] amount;

    private Tightening(Problem problem) {
        this.problem = problem;
        this.capacity = problem.capacity.clone();
        this.amount = problem.amount.clone();
    }

    static Problem of(Problem problem) {
        Tightening tightening = new Tightening(problem);
        List<List<Integer>> uses = new ArrayList<>();
        for (int pool = 0; pool < problem.capacity.length; pool++) uses.add(new ArrayList<>());
        for (int u = 0; u < problem.pool.length; u++) uses.get(problem.pool[u]).add(u);
        for (int pool = 0; pool < uses.size(); pool++) tightening.pool(pool, uses.get(pool));
        return problem.restated(tightening.capacity, tightening.amount);
    }

    private void pool(int pool, List<Integer> uses) {
        if (uses.isEmpty()) return;
        long unit = uses.stream().mapToLong(u -> amount[u]).reduce(0, Tightening::common);
        if (unit == 0 || capacity[pool] / unit > UNITS_AT_MOST) return;
        long[] sizes = uses.stream().mapToLong(u -> amount[u] / unit).toArray();
        int size = largest(sizes, -1, (int) (capacity[pool] / unit));
        capacity[pool] = size * unit;
        if (size == 0 || sizes.length > LIFTED_AT_MOST) return;
        lift(sizes, size);
        for (int i = 0; i < sizes.length; i++) amount[uses.get(i)] = sizes[i] * unit;
    }

    private static void lift(long[] sizes, int size) {
        Integer[] order = new Integer[sizes.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing((Integer i) -> -sizes[i]).thenComparing(i -> i));
        long sameAgain = -1;
        for (int i : order) {
            if (sizes[i] == sameAgain) continue;
            long lifted = size - largest(sizes, i, (int) (size - sizes[i]));
            if (lifted == sizes[i]) sameAgain = lifted;
            sizes[i] = lifted;
        }
    }

    /** The largest sum of some of these that is no more than the limit. */
    private static int largest(long[] sizes, int without, int limit) {
        BigInteger within = BigInteger.ONE.shiftLeft(limit + 1).subtract(BigInteger.ONE);
        BigInteger sums = BigInteger.ONE;
        for (int i = 0; i < sizes.length; i++)
            if (i != without && sizes[i] <= limit)
                sums = sums.or(sums.shiftLeft((int) sizes[i])).and(within);
        return sums.bitLength() - 1;
    }

    static long common(long a, long b) {
        return b == 0 ? a : common(b, a % b);
    }
}
