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
     * @param raw the value the points were made from, as a number or a code
     * @param neutral an unrated newcomer's median, labelled as such
     */
    public record Points(Criterion criterion, int weight, String raw, BigDecimal points, boolean neutral) {}
}
