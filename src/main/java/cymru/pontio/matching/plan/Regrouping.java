package cymru.pontio.matching.plan;

import static cymru.pontio.matching.plan.Problem.NONE;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Betters a plan by a few providers at a time: some of their packages, and some that wait, are taken out, and all ways of
 * giving them out again are looked through that could be as good. What a way can come to is known beforehand: the worth
 * of these packages at the shadow prices, less what each choice lies behind the package’s best, so most are cut off at
 * once. Another way that is a little worse is kept now and then, at first more often. Nothing but the seed and the number
 * of looks decides the outcome.
 */
final class Regrouping {
    private static final int HOLDERS = 4;
    private static final int PACKAGES = 40;
    private static final int WAITING = 12;
    private static final int CHOICES = 8;

    /**
     * How long to stay with some providers before others are chosen, found by trying: where packages may be left out, many
     * short looks with much given up at first are best; where each must have a place, a way to give them out again is rare.
     *
     * @param looks at the most
     * @param choosing looks that choosing them is counted as
     * @param hot how much may be given up at first
     */
    private record Manner(int looks, int choosing, double hot) {}

    private static final Manner SOME = new Manner(600, 200, 4);
    private static final Manner EVERYBODY = new Manner(3_000, 50, 1.5);

    private final Problem problem;
    private final SplittableRandom random;
    private final Manner manner;
    private final Draft draft;
    private final Holders holders;
    private final int[] liked;
    private final double[] net;
    private final double[] price;
    private final int[] movable;
    private final double hot;
    private final int[] best;
    private long bestWorth;
    private boolean bestIsNow;

    private final boolean[] open;
    private final boolean[] listed;
    private int[] list = new int[PACKAGES];
    private int count;

    private final int[][] option = new int[PACKAGES][CHOICES + 1];
    private final double[][] behind = new double[PACKAGES][CHOICES + 1];
    private final int[] options = new int[PACKAGES];
    private final double[] worthAhead = new double[PACKAGES + 1];
    private final int[] before = new int[PACKAGES];
    private final int[] pick = new int[PACKAGES];
    private final int[] found = new int[PACKAGES];
    private boolean isFound;
    private double needed;
    private double most;
    private int looks;

    /** @param bound how much better the plan could be decides how much worse a way may be */
    Regrouping(Problem problem, ShadowPrices prices, int[] start, double bound, long seed) {
        this.problem = problem;
        this.manner = problem.everyPackage ? EVERYBODY : SOME;
        this.random = new SplittableRandom(seed);
        this.draft = Draft.of(problem, start);
        this.holders = new Holders(problem);
        this.liked = prices.liked();
        this.net =
                IntStream.range(0, problem.choices()).mapToDouble(prices::net).toArray();
        this.price = prices.best();
        this.movable = IntStream.range(0, problem.packages)
                .filter(p -> problem.choices(p) > 0)
                .toArray();
        this.best = start.clone();
        this.bestWorth = draft.worth();
        this.open = new boolean[holders.count()];
        this.listed = new boolean[problem.packages];
        this.hot = manner.hot * Math.max(0, bound - bestWorth) / Math.max(1, movable.length);
    }

    int[] best() {
        if (bestIsNow) System.arraycopy(draft.chosen, 0, best, 0, best.length);
        bestIsNow = false;
        return best;
    }

    long bestWorth() {
        return bestWorth;
    }

    /**
     * @param looksAtMost how many choices may be looked at
     * @param from share of the whole search that is done already
     * @param to share of it that is done afterwards
     */
    void search(long looksAtMost, double from, double to) {
        if (movable.length == 0) return;
        for (long done = 0; done < looksAtMost; ) {
            double left = 1 - from - (to - from) * done / looksAtMost;
            choose();
            looks = 0;
            if (count > 1) regroup(hot * left * left);
            done += looks + manner.choosing;
            for (int i = 0; i < count; i++) listed[list[i]] = false;
            Arrays.fill(open, false);
        }
    }

    /** Two to four providers that could have each other’s packages. */
    private void choose() {
        count = 0;
        int wanted = 2 + random.nextInt(HOLDERS - 1);
        int p = movable[random.nextInt(movable.length)];
        for (int tries = 0, opened = 0; opened < wanted && tries < 4 * wanted; tries++) {
            int holder = holder(p, opened == 0);
            if (holder != NONE && !open[holder]) {
                open[holder] = true;
                opened++;
                listAllWith(holder);
            }
            p = count > 0 ? list[random.nextInt(count)] : movable[random.nextInt(movable.length)];
        }
        if (!problem.everyPackage) listSomeWaiting();
        keepSome(PACKAGES / 2 + random.nextInt(PACKAGES / 2 + 1));
    }

    private int holder(int p, boolean first) {
        if (first && draft.has(p)) return holders.ofChoice[draft.chosen[p]];
        double lot = random.nextDouble();
        return holders.ofChoice[liked[problem.firstChoice[p] + (int) (lot * lot * problem.choices(p))]];
    }

    private void listAllWith(int holder) {
        for (int pool : holders.pools[holder])
            for (int i = 0; i < draft.users(pool); i++) list(problem.packageOf[problem.choiceOf[draft.use(pool, i)]]);
    }

    private void listSomeWaiting() {
        for (int i = Math.min(WAITING, draft.waiting()); i > 0; i--) {
            int p = draft.waiting(random.nextInt(draft.waiting()));
            for (int c = problem.firstChoice[p]; c < problem.firstChoice[p + 1]; c++)
                if (holders.ofChoice[c] != NONE && open[holders.ofChoice[c]]) {
                    list(p);
                    break;
                }
        }
    }

    private void list(int p) {
        if (listed[p]) return;
        listed[p] = true;
        if (count == list.length) list = Arrays.copyOf(list, 2 * count);
        list[count++] = p;
    }

    private void keepSome(int some) {
        for (int i = 0; i < some && i < count; i++) {
            int other = i + random.nextInt(count - i);
            int p = list[i];
            list[i] = list[other];
            list[other] = p;
        }
        for (; count > some; count--) listed[list[count - 1]] = false;
    }

    private void regroup(double heat) {
        long now = 0;
        most = 0;
        for (int i = 0; i < count; i++) {
            most += weigh(i);
            int choice = draft.chosen[list[i]];
            if (choice == NONE) continue;
            now += problem.worth[choice];
            draft.take(list[i]);
        }
        for (int holder = 0; holder < open.length; holder++)
            if (open[holder]) for (int pool : holders.pools[holder]) most += price[pool] * draft.left[pool];
        sort();
        worthAhead[count] = 0;
        for (int i = count - 1; i >= 0; i--) worthAhead[i] = worthAhead[i + 1] + mostWorth(i);
        isFound = false;
        needed = heat > 0 ? now + heat * Math.log(random.nextDouble()) : now + 1;
        look(0, 0, 0, false);
        int[] kept = isFound ? found : before;
        for (int i = 0; i < count; i++) if (kept[i] != NONE) draft.put(kept[i]);
        if (isFound) remember();
    }

    /** @return what the package is worth at the most after paying for hours; its choices lie the less behind the earlier */
    private double weigh(int i) {
        int p = list[i];
        before[i] = draft.chosen[p];
        int n = 0;
        boolean leftOut = problem.everyPackage;
        for (int x = problem.firstChoice[p]; x < problem.firstChoice[p + 1] && n < CHOICES; x++) {
            int choice = liked[x];
            if (!leftOut && net[choice] <= 0) {
                option[i][n] = NONE;
                behind[i][n++] = 0;
                leftOut = true;
            }
            if (holders.ofChoice[choice] == NONE || open[holders.ofChoice[choice]]) {
                option[i][n] = choice;
                behind[i][n++] = net[choice];
            }
            if (n > CHOICES) break;
        }
        if (!leftOut && n <= CHOICES) {
            option[i][n] = NONE;
            behind[i][n++] = 0;
        }
        options[i] = n;
        double first = n == 0 ? 0 : behind[i][0];
        for (int x = 0; x < n; x++) behind[i][x] = first - behind[i][x];
        return first;
    }

    private double mostWorth(int i) {
        long worth = Long.MIN_VALUE;
        for (int x = 0; x < options[i]; x++)
            worth = Math.max(worth, option[i][x] == NONE ? 0 : problem.worth[option[i][x]]);
        return options[i] == 0 ? 0 : worth;
    }

    /** Those first whose second choice lies furthest behind: they are as good as settled. */
    private void sort() {
        for (int i = 1; i < count; i++) for (int j = i; j > 0 && second(j) > second(j - 1); j--) swap(j, j - 1);
    }

    private double second(int i) {
        return options[i] > 1 ? behind[i][1] : Double.MAX_VALUE;
    }

    private void swap(int i, int j) {
        int[] ownOptions = option[i];
        option[i] = option[j];
        option[j] = ownOptions;
        double[] ownBehind = behind[i];
        behind[i] = behind[j];
        behind[j] = ownBehind;
        swap(options, i, j);
        swap(list, i, j);
        swap(before, i, j);
    }

    private static void swap(int[] some, int i, int j) {
        int one = some[i];
        some[i] = some[j];
        some[j] = one;
    }

    /** @param differs whether somebody has another choice than before */
    private void look(int i, double lost, long worth, boolean differs) {
        if (i == count) {
            if (worth >= needed && differs) {
                isFound = true;
                needed = worth + 1;
                System.arraycopy(pick, 0, found, 0, count);
            }
            return;
        }
        if (worth + worthAhead[i] < needed) return;
        for (int x = 0; x < options[i] && looks < manner.looks; x++) {
            looks++;
            double then = lost + behind[i][x];
            if (most - then < needed) return;
            int choice = option[i][x];
            pick[i] = choice;
            if (choice == NONE) look(i + 1, then, worth, differs || before[i] != NONE);
            else if (draft.fits(choice)) {
                draft.spend(choice);
                look(i + 1, then, worth + problem.worth[choice], differs || before[i] != choice);
                draft.refund(choice);
            }
        }
    }

    private void remember() {
        long worth = draft.worth();
        if (worth > bestWorth) {
            bestWorth = worth;
            bestIsNow = true;
        } else if (bestIsNow && worth < bestWorth) {
            System.arraycopy(draft.chosen, 0, best, 0, best.length);
            for (int i = 0; i < count; i++) best[list[i]] = before[i];
            bestIsNow = false;
        }
    }
}
