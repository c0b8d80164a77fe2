package cymru.pontio.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Pounds sterling, whole pence. Rounded half-up, once, where a line is priced. */
public record Money(BigDecimal pounds) implements Comparable<Money> {
    private static final BigDecimal MINUTES_IN_HOUR = BigDecimal.valueOf(60);

    public Money {
        pounds = pounds.setScale(2, RoundingMode.HALF_UP);
    }

    public static Money of(String pounds) {
        return new Money(new BigDecimal(pounds));
    }

    /** What these minutes cost at this amount an hour. */
    public Money forMinutes(long minutes) {
        return new Money(pounds.multiply(BigDecimal.valueOf(minutes)).divide(MINUTES_IN_HOUR, 2, RoundingMode.HALF_UP));
    }

    public Money times(long count) {
        return new Money(pounds.multiply(BigDecimal.valueOf(count)));
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return pounds.compareTo(other.pounds);
    }

    @Override
    public String toString() {
        return pounds.toPlainString();
    }
}
