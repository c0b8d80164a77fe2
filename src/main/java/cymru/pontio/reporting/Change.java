package cymru.pontio.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A figure before and after. The percentage is of the figure before; from nothing there is none. */
record Change(long before, long after) {
    public String direction() {
        return before == 0 || after == before ? "same" : after > before ? "up" : "down";
    }

    /** To one place, with its sign: -56.9. */
    public BigDecimal percent() {
        if (before == 0) return BigDecimal.ZERO.setScale(1);
        return BigDecimal.valueOf(after - before)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(before), 1, RoundingMode.HALF_UP);
    }

    /** Whole and without its sign, as a sentence says it: 57. Rounded from the exact figure, not from {@link #percent}. */
    public long spoken() {
        if (before == 0) return 0;
        return BigDecimal.valueOf(Math.abs(after - before))
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(before), 0, RoundingMode.HALF_UP)
                .longValue();
    }
}
