package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.Criterion;
import cymru.pontio.matching.OfferFlips;
import cymru.pontio.matching.Scored;
import cymru.pontio.matching.Scored.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * By what a bid would have had more points than the one that was chosen. Made of the bid and of the points its provider reads
 * beside it, and of nothing else: whoever has them could work it out, so nothing more of any other bid becomes known.
 */
final class FeedbackFlips {
    private final List<Feedback> shown;
    private final BidTerms terms;
    private final AdvertFacts advert;

    private FeedbackFlips(List<Feedback> shown, BidTerms terms, AdvertFacts advert) {
        this.shown = shown;
        this.terms = terms;
        this.advert = advert;
    }

    static List<Comparison.Flipped> of(List<Feedback> shown, BidTerms terms, AdvertFacts advert) {
        return new FeedbackFlips(shown, terms, advert).flips();
    }

    private List<Comparison.Flipped> flips() {
        int floor = advert.rateFloor().pounds().movePointRight(2).intValueExact();
        Scored chosen = scored(1, this::winningRaw, Feedback::winning);
        Scored own = scored(2, this::ownRaw, Feedback::own);
        return OfferFlips.beside(chosen, own, floor).stream()
                .map(flip -> Comparison.Flipped.of(flip, advert))
                .toList();
    }

    private Scored scored(int place, Function<Feedback, String> raw, Function<Feedback, BigDecimal> points) {
        List<Points> all = shown.stream()
                .map(one -> new Points(one.criterion(), one.weight(), raw.apply(one), points.apply(one), false))
                .toList();
        BigDecimal total = all.stream().map(Points::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Scored(new UUID(0, place), new UUID(0, place), all, total, place, false);
    }

    private String ownRaw(Feedback one) {
        if (one.criterion() == Criterion.PRICE)
            return lowest(one) + "/" + terms.rate().pounds();
        long late = ChronoUnit.DAYS.between(advert.startEarliest(), terms.start());
        long part = Math.clamp(OfferFlips.DAYS_UNTIL_NO_POINTS - late, 0, OfferFlips.DAYS_UNTIL_NO_POINTS);
        return part + "/" + OfferFlips.DAYS_UNTIL_NO_POINTS;
    }

    private String winningRaw(Feedback one) {
        if (one.criterion() != Criterion.PRICE) return "0/1";
        BigDecimal rate =
                lowest(one).multiply(BigDecimal.valueOf(one.weight())).divide(one.winning(), 2, RoundingMode.HALF_UP);
        return lowest(one) + "/" + rate;
    }

    /** Points for the price are weight × lowest rate ÷ own rate. */
    private BigDecimal lowest(Feedback price) {
        return price.own()
                .multiply(terms.rate().pounds())
                .divide(BigDecimal.valueOf(price.weight()), 2, RoundingMode.HALF_UP);
    }
}
