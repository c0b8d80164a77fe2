package cymru.pontio.matching;

import java.math.BigDecimal;

/**
 * How much of a criterion is fulfilled, as part of a whole: points are weight × part ÷ whole, which is what the page
 * prints.
 *
 * @param part in hundredths of its unit
 * @param whole in hundredths of the same unit
 * @param money written with its pence
 */
record Mark(long part, long whole, boolean money, Basis basis) {
    /** Where the value comes from. */
    enum Basis {
        /** The provider’s own. */
        OWN,
        /** The middle of the others, given to whom nothing is known of. */
        MIDDLE,
        /** Full, because only a bid can say. */
        ASSUMED
    }

    private static final int PLACES = 3;
    private static final int HUNDRED = 100;

    static final Mark NOT_SAID = new Mark(HUNDRED, HUNDRED, false, Basis.ASSUMED);
    private static final Mark ALL = new Mark(HUNDRED, HUNDRED, false, Basis.OWN);
    private static final Mark NOTHING = new Mark(0, HUNDRED, false, Basis.OWN);

    static Mark of(long part, long whole) {
        return new Mark(part, whole, false, Basis.OWN);
    }

    static Mark ofUnits(long part, long whole) {
        return of(part * HUNDRED, whole * HUNDRED);
    }

    static Mark allOrNothing(boolean fulfilled) {
        return fulfilled ? ALL : NOTHING;
    }

    /** Thousandths of a point, half up. */
    long thousandths(int weight) {
        return (2L * weight * 1000 * part + whole) / (2 * whole);
    }

    BigDecimal points(int weight) {
        return BigDecimal.valueOf(thousandths(weight), PLACES);
    }

    /** Like {@code 22.71/24.50}, and {@code 315/420} where nothing follows the point. */
    String raw() {
        return text(part) + "/" + text(whole);
    }

    private String text(long hundredths) {
        return hundredths % HUNDRED == 0 && !money
                ? Long.toString(hundredths / HUNDRED)
                : BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
