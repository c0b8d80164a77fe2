package cymru.pontio.matching;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.matching.Scored.Points;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Looks for the least change of one offer by which it would have had more points than every other of its round: its rate alone,
 * or its start alone. Made of the points that were recorded, so that it stays true whatever providers declare later.
 */
public final class OfferFlips {
    /** An offer that begins so many days after the first day wanted has no points for its start. */
    public static final int DAYS_UNTIL_NO_POINTS = Scoring.DAYS_UNTIL_NO_POINTS;

    private final List<Scored> others;
    private final Scored one;

    private OfferFlips(List<Scored> round, Scored one) {
        this.others =
                round.stream().filter(other -> !other.bid().equals(one.bid())).toList();
        this.one = one;
    }

    /**
     * @param round all offers that were ranked together
     * @param floor the least pence that may be paid for an hour
     * @return PRICE with pence for an hour, START with days after the first day wanted; none for the first of the round
     */
    public static List<Flip> of(List<Scored> round, Scored one, int floor) {
        return one.place() == 1 ? List.of() : new OfferFlips(round, one).flips(floor);
    }

    /** The same beside one other offer, as if there were no more; none for an offer that is not behind it. */
    public static List<Flip> beside(Scored other, Scored one, int floor) {
        return one.total().compareTo(other.total()) > 0
                ? List.of()
                : new OfferFlips(List.of(other, one), one).flips(floor);
    }

    private List<Flip> flips(int floor) {
        return List.of(rate(floor), start()).stream().flatMap(Optional::stream).toList();
    }

    private Optional<Flip> rate(int floor) {
        return points(one, Criterion.PRICE)
                .flatMap(price -> highest(floor, pence(price.whole()) - 1, this::firstAt)
                        .map(pence -> new Flip(Criterion.PRICE, pence)));
    }

    private Optional<Flip> start() {
        return points(one, Criterion.START).flatMap(start -> {
            int late = Scoring.DAYS_UNTIL_NO_POINTS - start.part().intValueExact();
            return highest(0, late - 1, days -> firstStarting(start, days))
                    .map(days -> new Flip(Criterion.START, days));
        });
    }

    /** A rate below the lowest takes points from the others too. */
    private boolean firstAt(int pence) {
        int lowest = points(one, Criterion.PRICE)
                .map(price -> Math.min(pence, pence(price.part())))
                .orElse(pence);
        long own = totalAt(one, pence, lowest);
        for (Scored other : others) {
            int rate = points(other, Criterion.PRICE)
                    .map(price -> pence(price.whole()))
                    .orElse(pence);
            if (totalAt(other, rate, lowest) >= own) return false;
        }
        return true;
    }

    private boolean firstStarting(Points start, int days) {
        Mark mark = Mark.ofUnits(Scoring.DAYS_UNTIL_NO_POINTS - days, Scoring.DAYS_UNTIL_NO_POINTS);
        long own = thousandths(one.total()) - thousandths(start.points()) + mark.thousandths(start.weight());
        return others.stream().allMatch(other -> thousandths(other.total()) < own);
    }

    private static long totalAt(Scored offer, int rate, int lowest) {
        long total = thousandths(offer.total());
        Optional<Points> price = points(offer, Criterion.PRICE);
        if (price.isEmpty()) return total;
        return total
                - thousandths(price.get().points())
                + Mark.of(lowest, rate).thousandths(price.get().weight());
    }

    private static Optional<Points> points(Scored offer, Criterion criterion) {
        return offer.points().stream()
                .filter(one -> one.criterion() == criterion)
                .findFirst();
    }

    private static int pence(BigDecimal pounds) {
        return pounds.movePointRight(2).intValueExact();
    }

    private static long thousandths(BigDecimal points) {
        return points.movePointRight(3).longValueExact();
    }

    /** The highest value that does, where whatever is lower does too. */
    private static Optional<Integer> highest(int from, int to, IntPredicate does) {
        if (from > to || !does.test(from)) return Optional.empty();
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (does.test(middle)) low = middle;
            else high = middle - 1;
        }
        return Optional.of(low);
    }
}
