package cymru.pontio.rates;

import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Care that is not paid by the hour. */
public enum FlatService {
    /** A night in which the worker may sleep; paid by the night. */
    SLEEP_IN,
    /** A worker lives with the person; paid by the week. */
    LIVE_IN;

    private static final BigDecimal DAYS = BigDecimal.valueOf(365);
    private static final BigDecimal WEEK = BigDecimal.valueOf(7);

    /** Every night of a week, or the week. */
    public Money week(Money rate) {
        return this == SLEEP_IN ? new Money(rate.pounds().multiply(WEEK)) : rate;
    }

    /** 365 nights, or 365 sevenths of a week, half up to the penny. */
    public Money year(Money rate) {
        BigDecimal weeks = rate.pounds().multiply(DAYS);
        return new Money(this == SLEEP_IN ? weeks : weeks.divide(WEEK, 2, RoundingMode.HALF_UP));
    }
}
