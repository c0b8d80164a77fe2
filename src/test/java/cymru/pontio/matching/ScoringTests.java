package cymru.pontio.matching;

import static cymru.pontio.adverts.Criterion.CONTINUITY;
import static cymru.pontio.adverts.Criterion.PRICE;
import static cymru.pontio.adverts.Criterion.QUALITY;
import static cymru.pontio.adverts.Criterion.START;
import static cymru.pontio.adverts.Criterion.WELSH;
import static cymru.pontio.adverts.Criterion.WINDOWS;
import static cymru.pontio.matching.MatchingExamples.BED;
import static cymru.pontio.matching.MatchingExamples.MORNING;
import static cymru.pontio.matching.MatchingExamples.advert;
import static cymru.pontio.matching.MatchingExamples.provider;
import static cymru.pontio.matching.MatchingExamples.rated;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.Criterion;
import cymru.pontio.kernel.Money;
import cymru.pontio.matching.Scored.Points;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.pledge.PledgeQuality;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each criterion by a worked example, with the usual weights 40, 30, 13, 11, 4 and 2. */
class ScoringTests {
    private static final LocalDate FIRST_DAY = MatchingExamples.START;

    private final ProviderView good = provider("90");
    private final ProviderView fair = provider("70");
    private final ProviderView newcomer = provider(null);
    private final Map<UUID, ProviderView> bidders = new HashMap<>(Map.of(good.id(), good));

    @Test
    void givesPriceAsLowestThroughThisRate() {
        Points price = points(PRICE, offer(fair, "24.50"), offer(good, "22.71"));
        assertThat(price.points()).isEqualTo("27.808");
        assertThat(price.raw()).isEqualTo("22.71/24.50");
        assertThat(points(PRICE, offer(good, "22.71"), offer(fair, "24.50")).points())
                .isEqualTo("30.000");
    }

    @Test
    void takesASeventhOffTheStartForEachDayLate() {
        assertThat(points(START, offer(good, "25", FIRST_DAY)).points()).isEqualTo("13.000");
        assertThat(points(START, offer(good, "25", FIRST_DAY.plusDays(3))).points())
                .isEqualTo("7.429");
        assertThat(points(START, offer(good, "25", FIRST_DAY.plusDays(7))).points())
                .isEqualTo("0.000");
        assertThat(points(START, offer(good, "25", FIRST_DAY.plusDays(60))).points())
                .isEqualTo("0.000");
    }

    @Test
    void countsMinutesAWeekOfTheCallsOffered() {
        assertThat(points(WINDOWS, offer(good, "25", FIRST_DAY, Set.of(MORNING), Set.of()))
                        .points())
                .isEqualTo("5.500");
        assertThat(points(WINDOWS, offer(good, "25")).points()).isEqualTo("11.000");
    }

    @Test
    void countsHalfForACallAtAnotherTime() {
        Points windows = points(WINDOWS, offer(good, "25", FIRST_DAY, Set.of(MORNING), Set.of(BED)));
        assertThat(windows.points()).isEqualTo("8.250");
        assertThat(windows.raw()).isEqualTo("315/420");
    }

    @Test
    void countsVisitsTwiceInTheRating() {
        ProviderView mixed = rated(new BigDecimal("80"), new BigDecimal("60"), new BigDecimal("90"));
        assertThat(points(QUALITY, offer(mixed, "25")).points()).isEqualTo("32.000");
    }

    @Test
    void leavesOutScoresAProviderDoesNotHaveYet() {
        ProviderView inspectedOnly = rated(new BigDecimal("75"), null, null);
        assertThat(points(QUALITY, offer(inspectedOnly, "25")).points()).isEqualTo("30.000");
        assertThat(points(QUALITY, offer(inspectedOnly, "25")).neutral()).isFalse();
    }

    @Test
    void givesANewcomerTheLabelledMedian() {
        Points one = points(
                QUALITY, offer(newcomer, "25"), offer(good, "25"), offer(fair, "25"), offer(provider("20"), "25"));
        assertThat(one.points()).isEqualTo("28.000");
        assertThat(one.neutral()).isTrue();
        assertThat(points(QUALITY, offer(newcomer, "25"), offer(good, "25"), offer(fair, "25"))
                        .points())
                .as("between the two in the middle")
                .isEqualTo("32.000");
    }

    @Test
    void givesNewcomersTheMiddleWhereNobodyIsRated() {
        assertThat(points(QUALITY, offer(newcomer, "25")).points()).isEqualTo("20.000");
    }

    @Test
    void givesContinuityToWhoKnowsThePerson() {
        assertThat(points(CONTINUITY, known(true, true)).points()).isEqualTo("4.000");
        assertThat(points(CONTINUITY, known(false, true)).points()).isEqualTo("0.000");
    }

    @Test
    void favoursNobodyWhereWelshIsNotAsked() {
        assertThat(points(WELSH, known(false, false)).points()).isEqualTo("0.000");
        assertThat(points(WELSH, known(false, true)).points()).isEqualTo("2.000");
        Scoring notAsked = scoring(advert("NO"), known(false, false));
        assertThat(byCriterion(notAsked.points(known(false, false))).get(WELSH).points())
                .isEqualTo("2.000");
    }

    @Test
    void scoresEveryCriterionInOrder() {
        assertThat(scoring(advert(), offer(good, "25")).points(offer(good, "25")))
                .extracting(Points::criterion)
                .containsExactly(Criterion.values());
    }

    @Test
    void canBeWorkedOutAgainFromWhatIsWrittenDown() {
        for (Points one :
                scoring(advert(), offer(fair, "27.13"), offer(good, "22.80")).points(offer(fair, "27.13"))) {
            assertThat(new Mark(one.part(), one.whole(), one.neutral()).points(one.weight()))
                    .isEqualTo(one.points());
        }
    }

    private Offer known(boolean continuity, boolean welsh) {
        return new Offer(
                UUID.randomUUID(),
                good.id(),
                Money.of("25"),
                FIRST_DAY,
                Set.of(MORNING, BED),
                Set.of(),
                continuity,
                welsh);
    }

    /** Regulator, council and visits twice are 90 each; the pledge counts once with 60. */
    @Test
    void countsThePledgeAsOftenAsTheCouncilHasSet() {
        PledgeQuality once = new PledgeQuality(1, Map.of("BRONZE", new BigDecimal("60")), Map.of(good.id(), "BRONZE"));
        BigDecimal rating = Ratings.rating(good, PledgeQuality.NONE).orElseThrow();
        assertThat(Ratings.rating(good, once).orElseThrow())
                .isEqualByComparingTo(rating.multiply(new BigDecimal(4))
                        .add(new BigDecimal(60))
                        .divide(new BigDecimal(5), 2, java.math.RoundingMode.HALF_UP));
        PledgeQuality without = new PledgeQuality(1, Map.of("BRONZE", new BigDecimal("60")), Map.of());
        assertThat(Ratings.rating(good, without).orElseThrow())
                .isLessThan(Ratings.rating(good, once).orElseThrow());
    }

    private Points points(Criterion criterion, Offer of, Offer... rivals) {
        Offer[] all = Arrays.copyOf(rivals, rivals.length + 1);
        all[rivals.length] = of;
        return byCriterion(scoring(advert(), all).points(of)).get(criterion);
    }

    private Scoring scoring(AdvertFacts advert, Offer... offers) {
        return new Scoring(advert, List.of(offers), bidders, PledgeQuality.NONE);
    }

    private Offer offer(ProviderView provider, String rate) {
        return offer(provider, rate, FIRST_DAY);
    }

    private Offer offer(ProviderView provider, String rate, LocalDate start) {
        return offer(provider, rate, start, Set.of(MORNING, BED), Set.of());
    }

    private Offer offer(ProviderView provider, String rate, LocalDate start, Set<UUID> asAsked, Set<UUID> otherwise) {
        bidders.put(provider.id(), provider);
        return MatchingExamples.offer(provider, rate, start, asAsked, otherwise);
    }

    private static Map<Criterion, Points> byCriterion(List<Points> points) {
        return points.stream().collect(Collectors.toMap(Points::criterion, Function.identity()));
    }
}
