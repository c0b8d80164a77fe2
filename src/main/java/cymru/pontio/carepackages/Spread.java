package cymru.pontio.carepackages;

import cymru.pontio.kernel.Median;
import java.math.BigDecimal;
import java.util.List;

/**
 * How long people wait, in whole days.
 *
 * @param ninetieth nine of ten wait no longer
 */
record Spread(BigDecimal median, int ninetieth, int longest) {
    static Spread of(List<Integer> days) {
        List<Integer> sorted = days.stream().sorted().toList();
        if (sorted.isEmpty()) return new Spread(BigDecimal.ZERO, 0, 0);
        int ninetieth = (int) Math.ceil(sorted.size() * 0.9) - 1;
        return new Spread(Median.of(sorted), sorted.get(ninetieth), sorted.getLast());
    }
}
