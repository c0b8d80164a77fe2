package cymru.pontio.placements.suspensions;

import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/**
 * What is paid while nobody visits: the calls that were not due on so many days from the first, at so many per cent of the
 * placement's rate of each day. Rounded once, half up to the penny.
 *
 * @param days on which a call was not due, until the return or until today
 * @param calls that were not due
 * @param carerMinutes of workers in them
 * @param paidCarerMinutes of these, the ones within the days that are paid, before the per cent
 */
record Retainer(long days, int calls, int carerMinutes, int paidCarerMinutes, Money pounds) {
    static final Retainer NONE = new Retainer(0, 0, 0, 0, Money.of("0.00"));

    private static final BigDecimal MINUTES_IN_HOUR = BigDecimal.valueOf(60);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A day of the absence with the calls that were not due on it. */
    record Day(LocalDate day, int calls, int carerMinutes, BigDecimal rate) {}

    /** @param first day of the absence; it is the first of the days that are paid, whether a call was due or not */
    static Retainer of(LocalDate first, List<Day> days, int paidDays, BigDecimal percent) {
        int calls = 0;
        int carer = 0;
        int paid = 0;
        BigDecimal pounds = BigDecimal.ZERO;
        for (Day one : days) {
            calls += one.calls();
            carer += one.carerMinutes();
            if (!one.day().isBefore(first.plusDays(paidDays))) continue;
            paid += one.carerMinutes();
            pounds = pounds.add(one.rate().multiply(BigDecimal.valueOf(one.carerMinutes())));
        }
        BigDecimal due = pounds.multiply(percent).divide(MINUTES_IN_HOUR.multiply(HUNDRED), 2, RoundingMode.HALF_UP);
        return new Retainer(days.size(), calls, carer, paid, new Money(due));
    }
}
