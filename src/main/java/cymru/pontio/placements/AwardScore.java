package cymru.pontio.placements;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.matching.Scored;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;

/** The points of a bid for one criterion, kept with the award. */
@Embeddable
record AwardScore(
        @Enumerated(EnumType.STRING) Criterion criterion, int weight, String raw, BigDecimal points, boolean neutral) {
    static AwardScore of(Scored.Points points) {
        return new AwardScore(points.criterion(), points.weight(), points.raw(), points.points(), points.neutral());
    }
}
