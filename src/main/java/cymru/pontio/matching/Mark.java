package cymru.pontio.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much of a criterion an offer fulfils, as part of a whole: points are weight × part ÷ whole, which is what the page
 * prints.
 *
 * @param neutral not the provider's own value but the one newcomers are given
 */
record Mark(BigDecimal part, BigDecimal whole, boolean neutral) {
    private static final int PLACES = 3;

    static Mark of(BigDecimal part, BigDecimal whole) {
        return new Mark(part, whole, false);
    }

    static Mark of(long part, long whole) {
        return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    static Mark allOrNothing(boolean fulfilled) {
        return of(fulfilled ? 1 : 0, 1);
    }

    BigDecimal points(int weight) {
        return BigDecimal.valueOf(weight).multiply(part).divide(whole, PLACES, RoundingMode.HALF_UP);
    }

    String raw() {
        return part.toPlainString() + "/" + whole.toPlainString();
    }
}
