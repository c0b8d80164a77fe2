package cymru.pontio.kernel;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;

/** The middle of some whole numbers; of an even number of them halfway between the two in the middle. */
public final class Median {
    private Median() {}

    /** @return nought of none */
    public static BigDecimal of(Collection<Integer> some) {
        List<Integer> sorted = some.stream().sorted().toList();
        if (sorted.isEmpty()) return BigDecimal.ZERO;
        int upper = sorted.size() / 2;
        if (sorted.size() % 2 == 1) return BigDecimal.valueOf(sorted.get(upper));
        return BigDecimal.valueOf((long) sorted.get(upper - 1) + sorted.get(upper))
                .divide(BigDecimal.TWO);
    }
}
