package cymru.pontio.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A figure before and after. The percentage is of the figure before; from nothing there is none. */
record Change(long before, long after) {
    public String direction() {
        if (after == before) return "same";
        return before == 0 ? "new" : after > before ? "up" : "down";
    }

    /** As a sentence says it: a change that rounds to nothing is a slight one, not one of 0%. */
    public String spokenDirection() {
        String direction = direction();
        boolean slight = spoken() == 0 && (direction.equals("up") || direction.equals("down"));
        return slight ? "slightly" + (after > before ? "Up" : "Down") : direction;
    }

    /** To one place, with its sign: -56.9. */
    public @Nullable BigDecimal percent() {
        if (before == 0) return after == 0 ? BigDecimal.ZERO.setScale(1) : null;
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
