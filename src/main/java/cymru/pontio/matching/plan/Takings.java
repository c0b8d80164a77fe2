package cymru.pontio.matching.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The most that one provider can take at given prices of packages: a knapsack with several limits. What its parts (patches,
 * mostly) have in common is one limit at the most, that of its week; so each part says what it comes to for every number of
 * minutes, and these are put together. Nobody asks what would leave the whole below the best filling that is known.
 */
final class Takings {
    private static final int UNITS_AT_MOST = 4_096;
    private static final int BITS = 62;

    /** Looking at a filling takes that much longer than adding two figures. */
    private static final int LOOK = 5;

    private static final double ROUNDING = 1e-3;

    private final Problem problem;
    private final HourPrices hours;
    private final Fillings fillings;
    private final int[] choices;
    private final int[] pools;

    /** The pool that all choices use, or none. */
    private final int common;

    private final long unit;
    private final int size;
    private long work;
    private double took = -1;
    private final List<Part> parts = new ArrayList<>();

    /**
     * @param hours bettered for this provider
     * @param fillings used, and left to the next provider
     */
    Takings(Problem problem, int[] choices, int[] pools, HourPrices hours, Fillings fillings) {
        this.problem = problem;
        this.choices = choices;
        this.pools = pools;
        this.hours = hours;
        this.fillings = fillings;
        this.common = common(choices, pools);
        this.unit = common == Problem.NONE ? 1 : unit(choices);
        this.size = common == Problem.NONE ? 0 : (int) Math.min(UNITS_AT_MOST, problem.capacity[common] / unit);
        divide(choices);
    }

    /**
     * @param price of each package
     * @param wanted one is taken from each package that it takes
     * @param fillingsAtMost of each part: with more the answer is nearer to the truth, which it is never below
     * @return it cannot gain more
     */
    double most(double[] price, double[] wanted, int fillingsAtMost) {
        weigh(price, fillingsAtMost);
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
        took = sum[size];
        return took;
    }

    /** What there is really room for of what it was said to take last, as far as hours are looked at. */
    Lot lot() {
        int[] taken = parts.stream().flatMapToInt(Part::taken).toArray();
        double worth = parts.stream().mapToDouble(part -> part.unused).sum()
                + Arrays.stream(taken).mapToDouble(c -> problem.worth[c]).sum();
        return new Lot(
                Arrays.stream(taken).map(c -> problem.packageOf[c]).sorted().toArray(), worth);
    }

    /** What no part is asked for: less than what is known for the whole, less what all others can come to. */
    private void weigh(double[] price, int fillingsAtMost) {
        fillings.forget();
        if (needsFillings()) work += LOOK * hours.fit(pools, choices, price, took);
        double all = common == Problem.NONE ? 0 : hours.price[common] * problem.capacity[common];
        double known = 0;
        for (Part part : parts) {
            part.weigh(price);
            all += part.most;
            known += part.asBefore();
        }
        known = Math.max(known, greedily());
        for (Part part : parts) {
            all -= part.most;
            part.fill(known - all - ROUNDING, fillingsAtMost);
            all += part.most;
        }
    }

    /** What is worth more than its hours first, then what is so nearly. */
    private double greedily() {
        double sum = 0;
        int used = 0;
        for (boolean liked : new boolean[] {true, false})
            for (Part part : parts) {
                if (part.packed == null) continue;
                long own = liked ? 0 : part.greedily;
                for (int i = 0; i < part.count; i++) {
                    int one = part.order[liked ? i : part.count - 1 - i];
                    long with = own + part.packed.needs()[one];
                    if (part.over[one] > 0 != liked || used + part.units[one] > size || !part.packed.fits(with))
                        continue;
                    own = with;
                    used += part.units[one];
                    sum += part.net[one];
                }
                part.greedily = own;
            }
        return sum;
    }

    /** Whether there is more to it than a week’s minutes. */
    boolean needsFillings() {
        return parts.stream().anyMatch(part -> part.packed != null);
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
        private final int[] pools;
        private final boolean alone;
        private final Fillings.@Nullable Part packed;

        private final double[] gain = new double[size + 1];
        private final int[] filling = new int[size + 1];
        private final int[] real = new int[size + 1];
        private final int[] order;
        private final double[] net;
        private final double[] over;
        private final long[] bits;
        private final int[] taken;
        private int takenCount;
        private double unused;
        private int count;
        private double weekPrice;
        private double most;
        private long greedily;

        Part(int[] choices) {
            this.choices = choices;
            this.units = Arrays.stream(choices)
                    .map(c -> common == Problem.NONE ? 0 : (int) (problem.amount[use(c, common)] / unit))
                    .toArray();
            this.pools = Arrays.stream(choices)
                    .flatMap(c -> IntStream.range(problem.firstUse[c], problem.firstUse[c + 1]))
                    .map(u -> problem.pool[u])
                    .filter(pool -> pool != common)
                    .distinct()
                    .toArray();
            this.alone = pools.length == 0;
            this.order = new int[choices.length];
            this.net = new double[choices.length];
            this.over = new double[choices.length];
            this.taken = new int[choices.length];
            this.bits = alone ? new long[choices.length * (size / 64 + 1)] : new long[0];
            this.packed = alone ? null : packed();
        }

        /** @return null if the hours of this part do not go into one number */
        private Fillings.@Nullable Part packed() {
            long[] needs = new long[choices.length];
            long room = 0;
            long guards = 0;
            int shift = 0;
            int[] limits = IntStream.concat(Arrays.stream(pools), IntStream.of(common))
                    .filter(pool -> pool != Problem.NONE)
                    .toArray();
            for (int pool : limits) {
                long step =
                        Arrays.stream(choices).mapToLong(c -> amount(c, pool)).reduce(0, Tightening::common);
                long there = problem.capacity[pool] / Math.max(1, step);
                int width = Long.SIZE - Long.numberOfLeadingZeros(there);
                if (shift + width >= BITS) return null;
                for (int i = 0; i < needs.length; i++)
                    needs[i] |= amount(choices[i], pool) / Math.max(1, step) << shift;
                room |= (there | 1L << width) << shift;
                guards |= 1L << shift + width;
                shift += width + 1;
            }
            return new Fillings.Part(needs, units, room, guards, size);
        }

        private long amount(int choice, int pool) {
            int use = use(choice, pool);
            return use == Problem.NONE ? 0 : problem.amount[use];
        }

        void weigh(double[] price) {
            count = 0;
            most = 0;
            work += choices.length;
            weekPrice = common == Problem.NONE ? 0 : hours.price[common] * unit;
            for (int pool : pools) most += hours.price[pool] * problem.capacity[pool];
            for (int i = 0; i < choices.length; i++) {
                net[i] = problem.worth[choices[i]] - price[problem.packageOf[choices[i]]];
                if (net[i] <= 0) continue;
                over[i] = net[i] - weekPrice * units[i];
                for (int u = problem.firstUse[choices[i]]; u < problem.firstUse[choices[i] + 1]; u++)
                    if (problem.pool[u] != common) over[i] -= hours.price[problem.pool[u]] * problem.amount[u];
                most += Math.max(0, over[i]);
                order[count++] = i;
            }
            if (packed != null) sort();
        }

        /** What it took the last time is there to be taken again. */
        double asBefore() {
            double sum = 0;
            for (int i = 0; packed != null && i < takenCount; i++) sum += Math.max(0, net[taken[i]]);
            return sum;
        }

        IntStream taken() {
            return Arrays.stream(taken, 0, takenCount).map(i -> choices[i]);
        }

        void fill(double floor, int fillingsAtMost) {
            if (alone) knapsack();
            else if (packed == null) for (int at = 0; at <= size; at++) gain[at] = most + weekPrice * at;
            else {
                long before = fillings.work();
                most = fillings.fill(
                        packed, order, count, net, over, weekPrice, most, floor, fillingsAtMost, gain, filling, real);
                work += LOOK * (fillings.work() - before);
            }
        }

        private void sort() {
            for (int i = 1; i < count; i++) {
                int one = order[i];
                int j = i;
                for (; j > 0 && Math.abs(over[one]) > Math.abs(over[order[j - 1]]); j--) order[j] = order[j - 1];
                order[j] = one;
            }
        }

        /** Only the week limits it. */
        private void knapsack() {
            int words = size / 64 + 1;
            Arrays.fill(gain, 0);
            Arrays.fill(bits, 0, count * words, 0);
            work += (long) count * size;
            for (int i = 0; i < count; i++) {
                int own = units[order[i]];
                double worth = net[order[i]];
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
            takenCount = 0;
            if (packed != null) {
                fillings.each(filling[own], one -> wanted[problem.packageOf[choices[one]]]--);
                fillings.each(real[own], one -> taken[takenCount++] = one);
                return;
            }
            int at = own;
            // Hours that are only paid for, and not looked at, are worth something though nobody takes them.
            unused = alone ? 0 : gain[own];
            for (int i = count - 1; i >= 0; i--) {
                int one = order[i];
                boolean takes = over[one] > 0;
                if (alone) {
                    takes = (bits[i * (size / 64 + 1) + (at >> 6)] & 1L << at) != 0;
                    if (takes) at -= units[one];
                }
                if (!takes) continue;
                wanted[problem.packageOf[choices[one]]]--;
                taken[takenCount++] = one;
                if (!alone) unused -= net[one];
            }
        }
    }
}
