package cymru.pontio.adverts;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What counts how much, in points of a hundred, fixed when the advert is published.
 *
 * <p>The default is the reference's 40 quality, 30 price, 30 fit, with the six points for nearness to existing runs given
 * to the start date and the windows until runs are known here.
 */
public record Weights(int quality, int price, int start, int windows, int continuity, int welsh) {
    public static final Weights DEFAULT = new Weights(40, 30, 13, 11, 4, 2);

    public int sum() {
        return quality + price + start + windows + continuity + welsh;
    }

    /** One criterion and its points. */
    public record Weight(Criterion criterion, int points) {}

    /** As they are shown: in the order of the criteria. */
    public List<Weight> inOrder() {
        Map<Criterion, Integer> points = byCriterion();
        return Arrays.stream(Criterion.values())
                .map(criterion -> new Weight(criterion, Objects.requireNonNull(points.get(criterion))))
                .toList();
    }

    public Map<Criterion, Integer> byCriterion() {
        return Map.of(
                Criterion.QUALITY, quality,
                Criterion.PRICE, price,
                Criterion.START, start,
                Criterion.WINDOWS, windows,
                Criterion.CONTINUITY, continuity,
                Criterion.WELSH, welsh);
    }
}
