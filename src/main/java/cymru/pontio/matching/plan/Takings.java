package cymru.pontio.matching.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The most that one provider can take at given prices of packages: a knapsack with several limits. What its parts (patches,
 * mostly) have in common is one limit at the most, that of its week; so each part says what it comes to for every number of
 * minutes, and these are put together. A part with too many ways is bounded by the prices of its hours instead.
 */
final class Takings {
    private static final int PART_LOOKS = 4_000;
    private static final int PART_CHOICES = 64;
    private static final int UNITS_AT_MOST = 4_096;

    private final Problem problem;
    private final double[] hourPrice;

    /** The pool that all choices use, or none. */
    private final int common;

    private final long unit;
    private final int size;
    private final long[] left;
    private long work;
    private final List<Part> parts = new ArrayList<>();

    /**
     * @param hourPrice of every pool of the problem
     * @param left of every pool; used, and given back
     */
    Takings(Problem problem, int[] choices, int[] pools, double[] hourPrice, long[] left) {
        this.left = left;
        this.problem = problem;
        this.hourPrice = hourPrice;
        this.common = common(choices, pools);
        this.unit = common == Problem.NONE ? 1 : unit(choices);
        this.size = common == Problem.NONE ? 0 : (int) Math.min(UNITS_AT_MOST, problem.capacity[common] / unit);
        divide(choices);
    }

    /**
     * @param price of each package
     * @param wanted one is taken from each package that it takes
     * @return it cannot gain more
     */
    double most(double[] price, double[] wanted) {
        for (Part part : parts) part.weigh(price);
        double[] sum = parts.getFirst().gain;
        int[][] share = new int[parts.size()][];
        for (int i = 1; i < parts.size(); i++) {
            share[i] = new int[size + 1];
            sum = together(sum, parts.get(i).gain, share[i], i < parts.size() - 1 ? 0 : size);
        }
        int units = size;
        for (int i = parts.size() - 1; i >= 0; i--) {
            int own = i == 0 ? units : share[i][units];
            parts.get(i).take(own, wanted);
            units -= own;
        }
        return sum[size];
    }

    /** How many things have been looked at so far. */
    long work() {
        return work;
    }

    /**
     * Only where a part gains something by one unit more can that be the better share.
     *
     * @param from units below which nobody will ask
     */
    private double[] together(double[] sum, double[] gain, int[] share, int from) {
        double[] both = sum.clone();
        for (int units = from; units <= size; units++) both[units] += gain[0];
        work += size;
        for (int own = 1; own <= size; own++) {
            if (gain[own] == gain[own - 1]) continue;
            work += size - Math.max(from, own);
            for (int units = Math.max(from, own); units <= size; units++) {
                double with = sum[units - own] + gain[own];
                if (with > both[units]) {
                    both[units] = with;
                    share[units] = own;
                }
            }
        }
        return both;
    }

    private int common(int[] choices, int[] pools) {
        for (int pool : pools)
            if (Arrays.stream(choices).allMatch(c -> use(c, pool) != Problem.NONE)
                    && problem.capacity[pool] / unit(choices, pool) <= UNITS_AT_MOST) return pool;
        return Problem.NONE;
    }

    private int use(int choice, int pool) {
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
            if (problem.pool[u] == pool) return u;
        return Problem.NONE;
    }

    private long unit(int[] choices) {
        return unit(choices, common);
    }

    private long unit(int[] choices, int pool) {
        long unit = Arrays.stream(choices)
                .mapToLong(c -> problem.amount[use(c, pool)])
                .reduce(0, Tightening::common);
        return Math.max(1, unit);
    }

    /** What shares no pool but the common one. */
    private void divide(int[] choices) {
        int[] parent = IntStream.range(0, problem.capacity.length).toArray();
        List<List<Integer>> own = new ArrayList<>();
        for (int c : choices) {
            int first = Problem.NONE;
            for (int u = problem.firstUse[c]; u < problem.firstUse[c + 1]; u++) {
                int pool = problem.pool[u];
                if (pool == common) continue;
                if (first == Problem.NONE) first = pool;
                parent[Holders.root(parent, pool)] = Holders.root(parent, first);
            }
        }
        int[] number = new int[problem.capacity.length];
        Arrays.fill(number, Problem.NONE);
        for (int c : choices) {
            int at = common == Problem.NONE ? 0 : common;
            for (int u = problem.firstUse[c]; u < problem.firstUse[c + 1]; u++)
                if (problem.pool[u] != common) at = Holders.root(parent, problem.pool[u]);
            if (number[at] == Problem.NONE) {
                number[at] = own.size();
                own.add(new ArrayList<>());
            }
            own.get(number[at]).add(c);
        }
        own.forEach(some -> parts.add(new Part(some.stream().mapToInt(c -> c).toArray())));
    }

    /** Choices that have pools in common beside that of the week. */
    private final class Part {
        private final int[] choices;
        private final int[] units;
        private final double[] hours;
        private final int[] pools;
        private final boolean alone;

        private final double[] gain = new double[size + 1];
        private final long[] set = new long[size + 1];
        private final int[] item;
        private final double[] net;
        private final double[] ahead;
        private final long[] bits;
        private int count;
        private int looks;
        private boolean relaxed;

        Part(int[] choices) {
            this.choices = choices;
            this.units = Arrays.stream(choices)
                    .map(c -> common == Problem.NONE ? 0 : (int) (problem.amount[use(c, common)] / unit))
                    .toArray();
            this.hours = Arrays.stream(choices).mapToDouble(this::hours).toArray();
            this.pools = Arrays.stream(choices)
                    .flatMap(c -> IntStream.range(problem.firstUse[c], problem.firstUse[c + 1]))
                    .map(u -> problem.pool[u])
                    .filter(pool -> pool != common)
                    .distinct()
                    .toArray();
            this.alone = pools.length == 0;
            this.item = new int[choices.length];
            this.net = new double[choices.length];
            this.ahead = new double[choices.length + 1];
            this.bits = alone ? new long[choices.length * (size / 64 + 1)] : new long[0];
        }

        /** What the hours of a choice cost, without those of the week. */
        private double hours(int choice) {
            double sum = 0;
            for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
                if (problem.pool[u] != common) sum += hourPrice[problem.pool[u]] * problem.amount[u];
            return sum;
        }

        void weigh(double[] price) {
            count = 0;
            for (int i = 0; i < choices.length; i++) {
                net[i] = problem.worth[choices[i]] - price[problem.packageOf[choices[i]]];
                if (net[i] > 0) item[count++] = i;
            }
            Arrays.fill(gain, 0);
            work += choices.length;
            if (alone) {
                knapsack();
                return;
            }
            relaxed = count > PART_CHOICES;
            if (!relaxed) {
                sort();
                Arrays.fill(set, 0);
                ahead[count] = 0;
                for (int i = count - 1; i >= 0; i--) ahead[i] = ahead[i + 1] + net[item[i]];
                looks = 0;
                look(0, 0, 0, 0);
                relaxed = looks > PART_LOOKS;
                work += 8L * looks;
            }
            if (relaxed) relax();
        }

        private void sort() {
            for (int i = 1; i < count; i++)
                for (int j = i; j > 0 && net[item[j]] > net[item[j - 1]]; j--) {
                    int one = item[j];
                    item[j] = item[j - 1];
                    item[j - 1] = one;
                }
        }

        private void look(int from, int used, double value, long chosen) {
            if (++looks > PART_LOOKS) return;
            for (int at = used; at <= size && gain[at] < value; at++) {
                gain[at] = value;
                set[at] = chosen;
            }
            for (int i = from; i < count; i++) {
                if (value + ahead[i] <= gain[used]) return;
                int one = item[i];
                if (used + units[one] > size || !fits(choices[one])) continue;
                spend(choices[one], 1);
                look(i + 1, used + units[one], value + net[one], chosen | 1L << i);
                spend(choices[one], -1);
            }
        }

        private boolean fits(int choice) {
            for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
                if (problem.pool[u] != common && problem.amount[u] > left[problem.pool[u]]) return false;
            return true;
        }

        private void spend(int choice, int sign) {
            for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
                left[problem.pool[u]] -= sign * problem.amount[u];
        }

        /** All its hours at their prices, and what choices are worth beyond theirs: no less than what it can come to. */
        private void relax() {
            double base = 0;
            for (int pool : pools) base += hourPrice[pool] * problem.capacity[pool];
            double week = common == Problem.NONE ? 0 : hourPrice[common] * unit;
            for (int i = 0; i < count; i++) base += Math.max(0, net[item[i]] - hours[item[i]] - week * units[item[i]]);
            for (int at = 0; at <= size; at++) gain[at] = base + week * at;
        }

        /** Only the week limits it. */
        private void knapsack() {
            int words = size / 64 + 1;
            Arrays.fill(bits, 0, count * words, 0);
            work += (long) count * size;
            for (int i = 0; i < count; i++) {
                int own = units[item[i]];
                double worth = net[item[i]];
                for (int at = size; at >= own; at--) {
                    double with = gain[at - own] + worth;
                    if (with > gain[at]) {
                        gain[at] = with;
                        bits[i * words + (at >> 6)] |= 1L << at;
                    }
                }
            }
        }

        void take(int own, double[] wanted) {
            int at = own;
            for (int i = count - 1; i >= 0; i--) {
                int one = item[i];
                boolean taken;
                if (alone) {
                    taken = (bits[i * (size / 64 + 1) + (at >> 6)] & 1L << at) != 0;
                    if (taken) at -= units[one];
                } else if (relaxed) {
                    double week = common == Problem.NONE ? 0 : hourPrice[common] * unit;
                    taken = net[one] > hours[one] + week * units[one];
                } else taken = (set[own] & 1L << i) != 0;
                if (taken) wanted[problem.packageOf[choices[one]]]--;
            }
        }
    }
}
