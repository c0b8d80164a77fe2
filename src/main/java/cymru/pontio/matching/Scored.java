package cymru.pontio.matching;

import cymru.pontio.adverts.Criterion;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * An offer with its points, each with the raw value they come from.
 *
 * @param place 1 is best; places are never shared
 * @param drawn the place was decided by the recorded draw among equals
 */
public record Scored(UUID bid, UUID provider, List<Points> points, BigDecimal total, int place, boolean drawn) {
    /**
     * Points are weight × part ÷ whole, to three places, half up.
     *
     * @param raw the fraction the points were made from, like {@code 22.71/24.50}: the lowest rate and this one
     * @param neutral an unrated newcomer's median, labelled as such
     */
    public record Points(Criterion criterion, int weight, String raw, BigDecimal points, boolean neutral) {
        public BigDecimal part() {
            return new BigDecimal(raw.substring(0, raw.indexOf('/')));
        }

        public BigDecimal whole() {
            return new BigDecimal(raw.substring(raw.indexOf('/') + 1));
        }
    }
}
