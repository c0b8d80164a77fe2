package cymru.pontio.rates.simplification;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.WeeklyHours;
import cymru.pontio.rates.Envelope;
import cymru.pontio.rates.PriceZone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SimplifierTests {
    private static final LocalDate FROM = LocalDate.of(2030, 4, 1);
    private static final Envelope ENVELOPE =
            new Envelope(Money.of("22.71"), Money.of("27.02"), Money.of("32.14"), "test");

    private final List<ZonedRate> rates = List.of(
            rate(1, "24.00", PriceZone.TOWN, VisitLength.FROM_30, 600, 600),
            rate(2, "26.00", PriceZone.TOWN, VisitLength.FROM_30, 600, 1200),
            rate(3, "25.50", PriceZone.RURAL, VisitLength.FROM_30, 300, 300),
            rate(4, "31.00", PriceZone.DEEP_RURAL, VisitLength.UNDER_30, 300, 300));

    @Test
    void weightsByPaidHours() {
        // Twice as many carer hours at £26 as at £24, though the people receive the same.
        assertThat(lines(Grouping.ZONE_LENGTH, Basis.MEAN, 12))
                .extracting(line -> line.rate().toString())
                .containsExactly("25.33", "25.33", "25.50", "31.00");
    }

    @Test
    void makesTheClosestNeighboursOneUntilThereAreFewEnough() {
        assertThat(lines(Grouping.ZONE_LENGTH, Basis.MEAN, 2))
                .extracting(line -> line.rate().toString())
                .containsExactly("25.36", "25.36", "25.36", "31.00");
        assertThat(lines(Grouping.ZONE_LENGTH, Basis.MEAN, 1))
                .extracting(Line::rate)
                .containsOnly(Money.of("26.06"));
    }

    @Test
    void doesTheSameWhateverTheOrder() {
        List<ZonedRate> shuffled = new ArrayList<>(rates);
        Collections.reverse(shuffled);
        Simplifier simplifier = simplifier(Grouping.ZONE_LENGTH, Basis.MEAN, 2);
        assertThat(simplifier.lines(shuffled)).isEqualTo(simplifier.lines(rates));
    }

    @Test
    void nobodyLosesAtTheHighest() {
        assertThat(lines(Grouping.ONE, Basis.HIGHEST, 1)).allSatisfy(line -> {
            assertThat(line.rate()).hasToString("31.00");
            assertThat(line.weekMore()).isNotNegative();
        });
    }

    @Test
    void staysWithinTheEnvelopeAndLeavesExceptionsAlone() {
        List<ZonedRate> odd = List.of(
                rate(1, "19.00", PriceZone.TOWN, VisitLength.FROM_30, 600, 600),
                rate(2, "36.00", PriceZone.TOWN, VisitLength.FROM_30, 600, 600));
        assertThat(simplifier(Grouping.ONE, Basis.MEAN, 1).lines(odd))
                .extracting(line -> line.rate().toString())
                .containsExactly("22.71", "36.00");
    }

    @Test
    void anUpliftEndsAtTheCeilingAndReachesWhomItIsFor() {
        UpliftTerms terms = new UpliftTerms(new BigDecimal("5"), null, null, PriceZone.TOWN, FROM, "test");
        assertThat(terms.lines(rates, ENVELOPE))
                .extracting(line -> line.rate().toString())
                .containsExactly("25.20", "27.30", "25.50", "31.00");
        UpliftTerms all = new UpliftTerms(null, new BigDecimal("6.20"), null, null, FROM, "test");
        assertThat(all.lines(rates, ENVELOPE))
                .extracting(line -> line.rate().toString())
                .containsExactly("30.20", "32.14", "31.70", "32.14");
    }

    @Test
    void countsHoursOnTheirTwoBases() {
        Effect effect = new Effect(
                lines(Grouping.ZONE_LENGTH, Basis.MEAN, 12),
                java.util.Map.of(),
                List.of(new cymru.pontio.rates.MinimumPrice("WALES", Money.of("25.40"), "test")));
        assertThat(effect.total().userMinutes()).isEqualTo(1800);
        assertThat(effect.total().carerMinutes()).isEqualTo(2400);
        // Before, 10 of 40 carer hours and 10 of 30 user hours cost less than £25.40; afterwards 30 and 20.
        assertThat(effect.below().getFirst().carerBefore()).isEqualByComparingTo("25.0");
        assertThat(effect.below().getFirst().userBefore()).isEqualByComparingTo("33.3");
        assertThat(effect.below().getFirst().carerAfter()).isEqualByComparingTo("75.0");
        assertThat(effect.below().getFirst().userAfter()).isEqualByComparingTo("66.7");
    }

    private List<Line> lines(Grouping grouping, Basis basis, int target) {
        return simplifier(grouping, basis, target).lines(rates);
    }

    private static Simplifier simplifier(Grouping grouping, Basis basis, int target) {
        return new Simplifier(new SimplifyTerms(grouping, basis, target, FROM, "test"), ENVELOPE);
    }

    private static ZonedRate rate(int number, String rate, PriceZone zone, VisitLength length, int user, int carer) {
        LiveRate live = new LiveRate(
                new UUID(0, number),
                "PLC-" + number,
                new UUID(1, number % 2),
                "somewhere",
                10,
                false,
                Money.of(rate),
                WeeklyHours.ofMinutes(user, carer));
        return new ZonedRate(live, zone, length, Money.of("27.02"));
    }
}
