package cymru.pontio.adverts;

import java.util.Arrays;
import java.util.List;

/**
 * What counts how much, in points of a hundred, fixed when the advert is published.
 *
 * <p>The default is the reference's 40 quality, 30 price, 30 fit, with the six points for the run shared by the spare hours
 * that were declared and the care given in the patch already.
 */
public record Weights(
        int quality, int price, int start, int windows, int continuity, int welsh, int capacity, int run) {
    public static final Weights DEFAULT = new Weights(40, 30, 10, 8, 4, 2, 3, 3);

    /** As they were before spare hours and runs were known here. */
    public static final Weights FIRST = new Weights(40, 30, 13, 11, 4, 2, 0, 0);

    public int sum() {
        return quality + price + start + windows + continuity + welsh + capacity + run;
    }

    /** One criterion and its points. */
    public record Weight(Criterion criterion, int points) {}

    /** Those that count, in the order of the criteria. */
    public List<Weight> inOrder() {
        return criteria().stream()
                .map(criterion -> new Weight(criterion, of(criterion)))
                .toList();
    }

    /** Those that count. */
    public List<Criterion> criteria() {
        return Arrays.stream(Criterion.values())
                .filter(criterion -> of(criterion) > 0)
                .toList();
    }

    public int of(Criterion criterion) {
        return switch (criterion) {
            case QUALITY -> quality;
            case PRICE -> price;
            case START -> start;
            case WINDOWS -> windows;
            case CONTINUITY -> continuity;
            case WELSH -> welsh;
            case CAPACITY -> capacity;
            case RUN -> run;
        };
    }
}
