package cymru.pontio.bidding;

import static cymru.pontio.matching.MatchingExamples.START;
import static cymru.pontio.matching.MatchingExamples.advert;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.Criterion;
import cymru.pontio.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a provider whose bid was not chosen is told would have changed that. Price 30, start 10, quality 40. */
class FeedbackFlipTests {
    private static final int PRICE = 30;
    private static final int START_WEIGHT = 10;

    private final AdvertFacts advert = advert();

    private record Offer(int pence, int late, BigDecimal quality) {}

    /** Each is worked out anew, with a third bid that may be the cheapest; a penny or a day more would not have done. */
    @Test
    void saysTheLeastChangeThatPutsItBeforeTheChosenBid() {
        Random random = new Random(7);
        int flips = 0;
        for (int round = 0; round < 500; round++) {
            Offer own = offer(random);
            Offer chosen = offer(random);
            int third = 2271 + random.nextInt(900);
            if (ahead(own, chosen, third) >= 0) continue;
            for (Comparison.Flipped flip : flips(own, chosen, third)) {
                flips++;
                assertThat(ahead(changed(own, flip, 0), chosen, third))
                        .as("%s %s", own, flip)
                        .isPositive();
                assertThat(ahead(changed(own, flip, 1), chosen, third))
                        .as("%s %s", own, flip)
                        .isNotPositive();
            }
        }
        assertThat(flips).as("enough to mean something").isGreaterThan(150);
    }

    /** The points of the two are all that is looked at: no third bid can be felt in what is said. */
    @Test
    void saysNothingOfOthersThanTheFeedbackDoes() {
        Offer own = new Offer(2500, 3, new BigDecimal("20.000"));
        Offer chosen = new Offer(2400, 0, new BigDecimal("24.000"));
        List<Feedback> shown = feedback(own, chosen, 2300);
        assertThat(FeedbackFlips.of(shown, terms(own), advert)).isEqualTo(flips(own, chosen, 2300));
        assertThat(FeedbackFlips.class.getDeclaredFields())
                .as("nothing to look others up with")
                .extracting(field -> field.getType().getSimpleName())
                .containsExactlyInAnyOrder("List", "BidTerms", "AdvertFacts");
    }

    @Test
    void saysNothingToABidThatWasNotBehind() {
        Offer own = new Offer(2400, 0, new BigDecimal("30.000"));
        Offer chosen = new Offer(2500, 0, new BigDecimal("24.000"));
        assertThat(flips(own, chosen, 2600)).isEmpty();
        assertThat(flips(new Offer(2400, 0, BigDecimal.ZERO), new Offer(2400, 0, new BigDecimal("40.000")), 2400))
                .as("no rate and no day would have done")
                .isEmpty();
    }

    private List<Comparison.Flipped> flips(Offer own, Offer chosen, int third) {
        return FeedbackFlips.of(feedback(own, chosen, third), terms(own), advert);
    }

    private List<Feedback> feedback(Offer own, Offer chosen, int third) {
        int lowest = Math.min(third, Math.min(own.pence, chosen.pence));
        return List.of(
                new Feedback(Criterion.QUALITY, own.quality, chosen.quality, 40),
                new Feedback(
                        Criterion.PRICE, points(PRICE, lowest, own.pence), points(PRICE, lowest, chosen.pence), PRICE),
                new Feedback(
                        Criterion.START,
                        points(START_WEIGHT, Math.max(0, 7 - own.late), 7),
                        points(START_WEIGHT, Math.max(0, 7 - chosen.late), 7),
                        START_WEIGHT));
    }

    private static Offer changed(Offer own, Comparison.Flipped flip, int further) {
        Money rate = flip.rate();
        LocalDate start = flip.start();
        return new Offer(
                rate == null ? own.pence : rate.pounds().movePointRight(2).intValueExact() + further,
                start == null ? own.late : (int) START.until(start, ChronoUnit.DAYS) + further,
                own.quality);
    }

    private static int ahead(Offer own, Offer chosen, int third) {
        return total(own, own, chosen, third).compareTo(total(chosen, own, chosen, third));
    }

    private static BigDecimal total(Offer one, Offer own, Offer chosen, int third) {
        int lowest = Math.min(third, Math.min(own.pence, chosen.pence));
        return one.quality
                .add(points(PRICE, lowest, one.pence))
                .add(points(START_WEIGHT, Math.max(0, 7 - one.late), 7));
    }

    private static BigDecimal points(int weight, int part, int whole) {
        return BigDecimal.valueOf((long) weight * part).divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP);
    }

    private static Offer offer(Random random) {
        return new Offer(
                2271 + random.nextInt(900), random.nextInt(9), BigDecimal.valueOf(20_000 + random.nextInt(12_000), 3));
    }

    private static BidTerms terms(Offer offer) {
        return new BidTerms(
                new Money(BigDecimal.valueOf(offer.pence, 2)),
                null,
                START.plusDays(offer.late),
                List.of(),
                false,
                "",
                "en");
    }
}
