package cymru.pontio.matching.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.IntStream;

/**
 * An assignment in bare figures: each package gets one of its choices or none, a choice uses up amounts of pools, and what
 * is chosen should be worth as much as possible. Choices lie side by side in arrays, those of package {@code p} from
 * {@code firstChoice[p]} to {@code firstChoice[p + 1]}, and in the same way the uses of a choice.
 */
public final class Problem {
    static final int NONE = -1;

    /** Leaving one out would have to better so many others from worst to best. */
    private static final int EVERY = 4;

    /** What may be chosen for a package; amounts stand in the order of the pools. */
    public record Choice(long worth, int[] pools, long[] amounts) {
        private Choice withoutNoughts() {
            int[] used = IntStream.range(0, amounts.length)
                    .filter(i -> amounts[i] > 0)
                    .toArray();
            return new Choice(
                    worth,
                    Arrays.stream(used).map(i -> pools[i]).toArray(),
                    Arrays.stream(used).mapToLong(i -> amounts[i]).toArray());
        }
    }

    final int packages;
    final long[] capacity;
    final int[] firstChoice;
    final int[] packageOf;
    final int[] givenAs;
    final long[] worth;
    final int[] firstUse;
    final int[] pool;
    final long[] amount;
    final int[] choiceOf;

    /** Every package must get a choice, as in the assignment problems of the literature. */
    final boolean everyPackage;

    /** Added to what each choice is worth, so that no package is left out for the sake of others. */
    final long reward;

    private Problem(long[] capacity, List<List<Choice>> given, boolean everyPackage, long reward) {
        this.packages = given.size();
        this.capacity = capacity;
        this.everyPackage = everyPackage;
        this.reward = reward;
        List<Choice> kept = new ArrayList<>();
        List<int[]> origin = new ArrayList<>();
        firstChoice = new int[packages + 1];
        for (int p = 0; p < packages; p++) {
            for (int i = 0; i < given.get(p).size(); i++) {
                if (!fitsAlone(given.get(p).get(i), capacity)) continue;
                kept.add(given.get(p).get(i).withoutNoughts());
                origin.add(new int[] {p, i});
            }
            firstChoice[p + 1] = kept.size();
        }
        packageOf = origin.stream().mapToInt(from -> from[0]).toArray();
        givenAs = origin.stream().mapToInt(from -> from[1]).toArray();
        worth = kept.stream().mapToLong(choice -> choice.worth + reward).toArray();
        firstUse = new int[kept.size() + 1];
        for (int c = 0; c < kept.size(); c++) firstUse[c + 1] = firstUse[c] + kept.get(c).pools.length;
        pool = kept.stream().flatMapToInt(choice -> Arrays.stream(choice.pools)).toArray();
        amount = kept.stream()
                .flatMapToLong(choice -> Arrays.stream(choice.amounts))
                .toArray();
        choiceOf = new int[pool.length];
        for (int c = 0; c < kept.size(); c++) Arrays.fill(choiceOf, firstUse[c], firstUse[c + 1], c);
    }

    private Problem(Problem other, long[] capacity, long[] amount) {
        this.packages = other.packages;
        this.capacity = capacity;
        this.firstChoice = other.firstChoice;
        this.packageOf = other.packageOf;
        this.givenAs = other.givenAs;
        this.worth = other.worth;
        this.firstUse = other.firstUse;
        this.pool = other.pool;
        this.amount = amount;
        this.choiceOf = other.choiceOf;
        this.everyPackage = other.everyPackage;
        this.reward = other.reward;
    }

    /** @param choices those of each package; worth less than nothing is never chosen */
    public static Problem of(long[] capacity, List<List<Choice>> choices) {
        return new Problem(capacity.clone(), choices, false, 0);
    }

    /** As above, but leaving a package out is no answer. */
    public static Problem ofEveryPackage(long[] capacity, List<List<Choice>> choices) {
        LongSummaryStatistics worth =
                choices.stream().flatMap(List::stream).mapToLong(Choice::worth).summaryStatistics();
        long range = choices.stream().allMatch(List::isEmpty) ? 0 : worth.getMax() - worth.getMin();
        return new Problem(capacity.clone(), choices, true, EVERY * range + 1 - Math.min(0, worth.getMin()));
    }

    /** Some of the packages with the pools that their choices use. */
    Islands.Island part(int[] some) {
        int[] number = new int[capacity.length];
        Arrays.fill(number, NONE);
        List<Long> capacities = new ArrayList<>();
        List<List<Choice>> given = new ArrayList<>();
        List<Integer> choices = new ArrayList<>();
        for (int p : some) {
            List<Choice> own = new ArrayList<>();
            for (int c = firstChoice[p]; c < firstChoice[p + 1]; c++) {
                for (int u = firstUse[c]; u < firstUse[c + 1]; u++)
                    if (number[pool[u]] == NONE) {
                        number[pool[u]] = capacities.size();
                        capacities.add(capacity[pool[u]]);
                    }
                int[] pools = IntStream.range(firstUse[c], firstUse[c + 1])
                        .map(u -> number[pool[u]])
                        .toArray();
                own.add(new Choice(worth[c] - reward, pools, Arrays.copyOfRange(amount, firstUse[c], firstUse[c + 1])));
                choices.add(c);
            }
            given.add(own);
        }
        long[] left = capacities.stream().mapToLong(amount -> amount).toArray();
        Problem part = new Problem(left, given, everyPackage, reward);
        return new Islands.Island(part, some, choices.stream().mapToInt(c -> c).toArray());
    }

    /** The same choices in other words: which plans are allowed must not change. */
    Problem restated(long[] capacity, long[] amount) {
        return new Problem(this, capacity, amount);
    }

    int choices() {
        return worth.length;
    }

    int choices(int ofPackage) {
        return firstChoice[ofPackage + 1] - firstChoice[ofPackage];
    }

    private static boolean fitsAlone(Choice choice, long[] capacity) {
        for (int i = 0; i < choice.pools.length; i++) if (choice.amounts[i] > capacity[choice.pools[i]]) return false;
        return true;
    }
}
