package cymru.pontio.bidding;

import static cymru.pontio.matching.MatchingExamples.START;
import static cymru.pontio.matching.MatchingExamples.advert;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.bidding.BidPolicy.Mistake;
import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BidPolicyTests {
    private static final LocalDate TODAY = START.minusDays(10);

    private final AdvertFacts advert = advert();

    @ParameterizedTest
    @ValueSource(strings = {"22.71", "24.50", "32.14"})
    void acceptsRatesWithinTheEnvelopeIncludingItsBounds(String rate) {
        assertThat(BidPolicy.rate(Money.of(rate), null, advert, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "22.70", "32.15", "99999"})
    void refusesRatesOutsideAndNamesBothBounds(String rate) {
        assertThat(BidPolicy.rate(Money.of(rate), null, advert, null)).hasValueSatisfying(mistake -> {
            assertThat(mistake.field()).isEqualTo("rate");
            assertThat(mistake.args()).containsExactly("22.71", "32.14");
        });
    }

    @Test
    void goesAboveTheCeilingOnlyWhereTheWayIsOpenAndWithAReason() {
        Money limit = Money.of("36.00");
        assertThat(BidPolicy.rate(Money.of("33"), "Two hours’ drive", advert, null))
                .map(Mistake::messageKey)
                .hasValue("bidding.form.rate.envelope");
        assertThat(BidPolicy.rate(Money.of("33"), "Two hours’ drive", advert, limit))
                .isEmpty();
        assertThat(BidPolicy.rate(Money.of("33"), " ", advert, limit))
                .map(Mistake::messageKey)
                .hasValue("bidding.form.exceptional.missing");
        assertThat(BidPolicy.rate(Money.of("36.01"), "Two hours’ drive", advert, limit))
                .map(Mistake::messageKey)
                .hasValue("bidding.form.rate.envelope");
        assertThat(BidPolicy.rate(Money.of("22"), "Two hours’ drive", advert, limit))
                .isPresent();
    }

    @Test
    void acceptsStartsFromTheFirstDayToFourWeeksAfterTheLast() {
        assertThat(start(START, TODAY)).isEmpty();
        assertThat(start(advert.startLatest().plusDays(28), TODAY)).isEmpty();
    }

    @Test
    void refusesStartsBeforeTheFirstDayOrFarTooLate() {
        assertThat(start(START.minusDays(1), TODAY)).containsExactly("bidding.form.start.early");
        assertThat(start(advert.startLatest().plusDays(29), TODAY)).containsExactly("bidding.form.start.late");
        assertThat(start(LocalDate.of(2199, 1, 1), TODAY)).containsExactly("bidding.form.start.late");
    }

    @Test
    void refusesStartsInThePastWhereTheFirstDayHasGone() {
        LocalDate later = advert.startLatest().plusDays(40);
        assertThat(start(later.minusDays(1), later)).containsExactly("bidding.form.start.early");
        assertThat(start(later, later)).isEmpty();
    }

    @Test
    void refusesABidForNoCall() {
        assertThat(BidPolicy.calls(List.of())).isPresent();
        assertThat(BidPolicy.calls(BidExamples.terms(advert, "25").lines())).isEmpty();
    }

    @Test
    void refusesABidWithoutWelshOnlyWhereItIsNeeded() {
        assertThat(BidPolicy.welsh(false, advert("NEED"))).isPresent();
        assertThat(BidPolicy.welsh(true, advert("NEED"))).isEmpty();
        assertThat(BidPolicy.welsh(false, advert("PREFERENCE"))).isEmpty();
    }

    @Test
    void movesNoCallWhoseTimeIsCritical() {
        AdvertLine insulin = call(true, 7, 9);
        assertThat(moved(insulin, null, null)).isFalse();
        assertThat(moved(insulin, LocalTime.of(8, 0), LocalTime.of(8, 30))).isFalse();
        assertThat(moved(insulin, LocalTime.of(7, 0), LocalTime.of(9, 0))).isFalse();
        assertThat(moved(insulin, LocalTime.of(6, 59), LocalTime.of(8, 0))).isTrue();
        assertThat(moved(insulin, LocalTime.of(8, 30), LocalTime.of(9, 1))).isTrue();
        assertThat(moved(insulin, LocalTime.of(10, 0), LocalTime.of(11, 0))).isTrue();
        assertThat(moved(call(false, 7, 9), LocalTime.of(10, 0), LocalTime.of(11, 0)))
                .isFalse();
        AdvertLine overMidnight = call(Band.NIGHT, true, 23, 1);
        assertThat(moved(overMidnight, LocalTime.of(23, 30), LocalTime.of(0, 30)))
                .isFalse();
        assertThat(moved(overMidnight, LocalTime.of(22, 30), LocalTime.of(0, 30)))
                .isTrue();
    }

    private static boolean moved(AdvertLine asked, @Nullable LocalTime from, @Nullable LocalTime until) {
        List<Mistake> mistakes =
                BidPolicy.times(List.of(new BidLine(asked.id(), from, until)), List.of(call(true, 1, 2), asked));
        assertThat(mistakes).allMatch(mistake -> mistake.field().equals("lines[1].from"));
        return !mistakes.isEmpty();
    }

    /** Seeded fault: take any second time at night for one of the next day. */
    @Test
    void anotherTimeAtNightMayEndOnTheNextDay() {
        assertThat(wrong(Band.NIGHT, "22:00", "02:00")).isFalse();
        assertThat(wrong(Band.NIGHT, "00:30", "06:00")).isFalse();
        assertThat(wrong(Band.NIGHT, "23:00", "23:00")).isTrue();
        assertThat(wrong(Band.NIGHT, "23:00", "22:00")).isTrue();
        assertThat(wrong(Band.NIGHT, "02:00", "23:00")).isTrue();
        assertThat(wrong(Band.BED, "22:00", "02:00")).isTrue();
    }

    private static boolean wrong(Band band, String from, String until) {
        return new LineForm(true, from, until).hasWrongWindow(call(band, false, 22, 23));
    }

    private static AdvertLine call(boolean critical, int from, int until) {
        return call(Band.MORNING, critical, from, until);
    }

    private static AdvertLine call(Band band, boolean critical, int from, int until) {
        return new AdvertLine(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                "1234567",
                band,
                LocalTime.of(from, 0),
                LocalTime.of(until, 0),
                30,
                1,
                critical,
                Tier.DAILY_ESSENTIAL,
                null,
                WorkerGender.ANY);
    }

    @Test
    void findsAllMistakesAtOnce() {
        BidTerms wrong = new BidTerms(Money.of("1"), START.minusDays(3), List.of(), false, "", "en");
        assertThat(BidPolicy.mistakes(wrong, advert("NEED"), null, TODAY))
                .extracting(Mistake::field)
                .containsExactly("rate", "start", "coverage", "welsh");
        assertThat(BidPolicy.mistakes(BidExamples.terms(advert, "25"), advert, null, TODAY))
                .isEmpty();
    }

    private List<String> start(LocalDate start, LocalDate today) {
        return BidPolicy.start(start, advert, today).stream()
                .map(Mistake::messageKey)
                .toList();
    }
}
