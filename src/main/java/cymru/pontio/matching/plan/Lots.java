package cymru.pontio.matching.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All lots that a provider is known to be able to take, and how large a share of each would be right if lots could be
 * divided: they say what prices would come to, as far as is known. Prices go from a centre by how often each package is
 * then taken too often or too seldom; the shares that make the most of it are found by moving from the poorest lot of a
 * provider that has a share to the richest (coordinate ascent on the dual of the proximal bundle’s master; Frangioni, “Solving
 * semidefinite quadratic problems within nonsmooth optimization algorithms”, 1996, has the problem).
 */
final class Lots {
    private static final int SWEEPS_AT_MOST = 200;
    private static final int MOVES_EACH = 3;

    /** Shares are right enough when moving any more could bring only that much of what prices are to bring. */
    private static final double ENOUGH = 0.01;

    /** Lots without a share are forgotten after that many rounds. */
    private static final int KEPT = 12;

    /** Looking at a lot takes that much longer than adding two figures. */
    private static final int LOOK = 20;

    private static final double SMALLEST = 1e-12;
    private static final double ROUNDING = 1e-9;

    private final Problem problem;
    private final List<List<Shared>> ofHolders = new ArrayList<>();
    private final double[] taken;
    private final int[] mark;
    private double[] center = new double[0];
    private double[] price = new double[0];
    private double reach;
    private long work;

    private static final class Shared {
        private final Lot lot;
        private double share;
        private int idle;

        Shared(Lot lot, double share) {
            this.lot = lot;
            this.share = share;
        }
    }

    Lots(int holders, Problem problem) {
        this.problem = problem;
        this.taken = new double[problem.packages];
        this.mark = new int[problem.packages];
        for (int h = 0; h < holders; h++) ofHolders.add(new ArrayList<>(List.of(new Shared(Lot.NOTHING, 1))));
    }

    /** How many things have been looked at so far. */
    long work() {
        return work;
    }

    void add(int holder, Lot lot) {
        for (Shared known : ofHolders.get(holder))
            if (Arrays.equals(known.lot.packages(), lot.packages()) && known.lot.worth() >= lot.worth()) {
                known.idle = 0;
                return;
            }
        ofHolders.get(holder).add(new Shared(lot, 0));
    }

    /**
     * @param bound at the centre
     * @param reach how far a price moves if its package is taken once too often
     * @param price set to where the bound would be low, were there no other lots
     * @return what the bound would be there
     */
    double lower(double[] center, double bound, double reach, double[] price) {
        this.center = center;
        this.price = price;
        this.reach = reach;
        forget();
        Arrays.fill(taken, 0);
        for (List<Shared> own : ofHolders)
            for (Shared one : own) if (one.share > 0) for (int p : one.lot.packages()) taken[p] += one.share;
        for (int p = 0; p < taken.length; p++) reprice(p);
        double low = bound;
        for (int sweep = 0; sweep < SWEEPS_AT_MOST; sweep++) {
            for (List<Shared> own : ofHolders) share(own);
            double wrong = 0;
            low = Arrays.stream(price).sum();
            for (List<Shared> own : ofHolders) {
                double most = Double.NEGATIVE_INFINITY;
                double now = 0;
                for (Shared one : own) {
                    double gain = one.lot.gain(price);
                    most = Math.max(most, gain);
                    if (one.share > 0) now += one.share * gain;
                }
                low += most;
                wrong += most - now;
            }
            if (wrong < ENOUGH * Math.max(0, bound - low)) break;
        }
        return low;
    }

    private void forget() {
        for (List<Shared> own : ofHolders)
            own.removeIf(one -> {
                if (one.share > 0) one.idle = 0;
                return one.lot.packages().length > 0 && one.idle++ > KEPT;
            });
    }

    private void share(List<Shared> own) {
        for (int move = 0; move < MOVES_EACH; move++) {
            work += (long) LOOK * own.size();
            Shared rich = own.getFirst();
            Shared poor = own.getFirst();
            double most = Double.NEGATIVE_INFINITY;
            double least = Double.POSITIVE_INFINITY;
            for (Shared one : own) {
                double gain = one.lot.gain(price);
                if (gain > most) {
                    most = gain;
                    rich = one;
                }
                if (one.share > 0 && gain < least) {
                    least = gain;
                    poor = one;
                }
            }
            if (rich == poor || most - least <= ROUNDING * Math.abs(most)) return;
            int differ = differ(rich.lot, poor.lot);
            double part = differ == 0 ? poor.share : Math.min(poor.share, (most - least) / (reach * differ));
            give(rich, part);
            give(poor, -part);
            if (poor.share < SMALLEST) poor.share = 0;
        }
    }

    /** Sum of the squares of what one has more than the other: how fast gains come together. */
    private int differ(Lot one, Lot other) {
        int sum = 0;
        for (int p : one.packages()) mark[p]++;
        for (int p : other.packages()) mark[p]--;
        for (int[] some : new int[][] {one.packages(), other.packages()})
            for (int p : some) {
                sum += mark[p] * mark[p];
                mark[p] = 0;
            }
        return sum;
    }

    private void give(Shared one, double part) {
        one.share += part;
        for (int p : one.lot.packages()) {
            taken[p] += part;
            reprice(p);
        }
    }

    /** Where there is nothing to choose, there is no price. */
    private void reprice(int p) {
        if (problem.choices(p) == 0) return;
        double then = center[p] + reach * (taken[p] - 1);
        price[p] = problem.everyPackage ? then : Math.max(0, then);
    }
}
