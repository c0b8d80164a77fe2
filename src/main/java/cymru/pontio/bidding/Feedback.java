package cymru.pontio.bidding;

import cymru.pontio.adverts.Criterion;
import java.math.BigDecimal;

/** Points for one criterion beside those of the bid that was chosen. */
public record Feedback(Criterion criterion, BigDecimal own, BigDecimal winning, int weight) {
    /** Never less than nothing: how many points the chosen bid was ahead. */
    public BigDecimal behind() {
        return winning.subtract(own).max(BigDecimal.ZERO);
    }
}
