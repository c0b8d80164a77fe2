package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.adverts.Criterion;
import cymru.pontio.matching.Scored.Points;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.pledge.PledgeQuality;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The points of each offer of one round, criterion by criterion. Speed of answering is not among them. */
final class Scoring {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DAYS_UNTIL_NO_POINTS = 7;

    private final AdvertFacts advert;
    private final Map<UUID, ProviderView> providers;
    private final BigDecimal lowestRate;
    private final PledgeQuality pledge;
    private final BigDecimal newcomersRating;

    Scoring(AdvertFacts advert, List<Offer> offers, Map<UUID, ProviderView> providers, PledgeQuality pledge) {
        this.advert = advert;
        this.providers = providers;
        this.pledge = pledge;
        this.lowestRate = offers.stream()
                .map(offer -> offer.rate().pounds())
                .min(BigDecimal::compareTo)
                .orElse(BigDecimal.ONE);
        this.newcomersRating =
                Ratings.median(offers.stream().map(this::provider).toList(), pledge);
    }

    /** In the order of the criteria. */
    List<Points> points(Offer offer) {
        return Arrays.stream(Criterion.values())
                .map(criterion -> points(criterion, mark(criterion, offer)))
                .toList();
    }

    private Points points(Criterion criterion, Mark mark) {
        int weight = Objects.requireNonNull(advert.weights().byCriterion().get(criterion));
        return new Points(criterion, weight, mark.raw(), mark.points(weight), mark.neutral());
    }

    private Mark mark(Criterion criterion, Offer offer) {
        return switch (criterion) {
            case QUALITY -> quality(offer);
            case PRICE -> price(offer);
            case START -> start(offer);
            case WINDOWS -> windows(offer);
            case CONTINUITY -> continuity(offer);
            case WELSH -> welsh(offer);
        };
    }

    private Mark quality(Offer offer) {
        return Ratings.rating(provider(offer), pledge)
                .map(own -> Mark.of(own, HUNDRED))
                .orElseGet(() -> new Mark(newcomersRating, HUNDRED, true));
    }

    private Mark price(Offer offer) {
        return Mark.of(lowestRate, offer.rate().pounds());
    }

    private Mark start(Offer offer) {
        long daysLate = Math.max(0, ChronoUnit.DAYS.between(advert.startEarliest(), offer.start()));
        return Mark.of(Math.max(0, DAYS_UNTIL_NO_POINTS - daysLate), DAYS_UNTIL_NO_POINTS);
    }

    /** Minutes a week as the person receives them; a call at another time than asked counts half. */
    private Mark windows(Offer offer) {
        BigDecimal otherwise =
                BigDecimal.valueOf(minutes(offer.linesOtherwise())).divide(BigDecimal.TWO, 1, RoundingMode.UNNECESSARY);
        return Mark.of(
                BigDecimal.valueOf(minutes(offer.linesAsAsked())).add(otherwise).stripTrailingZeros(),
                BigDecimal.valueOf(
                        advert.lines().stream().mapToLong(Scoring::weekly).sum()));
    }

    private Mark continuity(Offer offer) {
        return Mark.allOrNothing(offer.continuity());
    }

    /** Where Welsh was not asked for, everybody has the points, so that nobody is favoured. */
    private Mark welsh(Offer offer) {
        return Mark.allOrNothing(advert.welsh().equals("NO") || offer.welsh());
    }

    private ProviderView provider(Offer offer) {
        return Objects.requireNonNull(providers.get(offer.provider()), "each offer's provider must be given");
    }

    private long minutes(Set<UUID> lines) {
        return advert.lines().stream()
                .filter(line -> lines.contains(line.id()))
                .mapToLong(Scoring::weekly)
                .sum();
    }

    private static long weekly(AdvertLine line) {
        return (long) line.minutes() * line.days().length();
    }
}
