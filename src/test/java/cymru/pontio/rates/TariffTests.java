package cymru.pontio.rates;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TariffTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 30);
    private static final LocalDate GOOD_FRIDAY = LocalDate.of(2026, 4, 3);
    private static final UUID PROVIDER = new UUID(7, 7);

    private final CardEntry short30 = entry("28.37", 30, 44, CardDays.ORDINARY_DAYS, 0);
    private final CardEntry holiday = entry("40.53", 1, 720, CardDays.BANK_HOLIDAYS, 0);
    private final Tariff tariff = tariff(List.of(short30, holiday));

    @Test
    void roundsOncePerLineHalfUp() {
        CardEntry standard = entry("27.02", 1, 29, CardDays.ORDINARY_DAYS, 0);
        Tariff quarters = tariff(List.of(standard, holiday));
        // One quarter of an hour is £6.755; three of them are £20.265, not three times £6.76.
        assertThat(quarters.price(call("1", 15, 1), week()).total()).hasToString("6.76");
        assertThat(quarters.price(call("123", 15, 1), week()).total()).hasToString("20.27");
    }

    @Test
    void paysEachOfTwoWorkersAndCountsThePersonOnce() {
        Price price = tariff.price(call("1", 30, 2), week());
        assertThat(price.total()).hasToString("28.37");
        assertThat(price.userMinutes()).isEqualTo(30);
        assertThat(price.carerMinutes()).isEqualTo(60);
    }

    @Test
    void pricesABankHolidayAsNothingElse() {
        Price price = tariff.price(call("1234567", 30, 1), week());
        assertThat(price.lines())
                .extracting(
                        Price.Line::dayClass,
                        Price.Line::visits,
                        line -> line.amount().toString())
                .containsExactly(
                        tuple(DayClass.WEEKDAY, 4, "56.74"),
                        tuple(DayClass.BANK_HOLIDAY, 1, "20.27"),
                        tuple(DayClass.SATURDAY, 1, "14.19"),
                        tuple(DayClass.SUNDAY, 1, "14.19"));
        assertThat(price.total()).hasToString("105.39");
    }

    @Test
    void addsTheSupplementOfTheLevelOnTheDaysOnWhichItIsHeld() {
        Price price = tariff.price(
                new CallToPrice(CareService.SESSIONAL, PriceZone.RURAL, "123", 60 - 20, 1, PROVIDER), week());
        assertThat(price.lines())
                .extracting(
                        Price.Line::level,
                        Price.Line::visits,
                        line -> line.rate().toString())
                .containsExactly(tuple(null, 2, "28.37"), tuple("BRONZE", 1, "29.87"));
    }

    @Test
    void takesAnAdjustmentBeforeWhatItAdjusts() {
        CardEntry adjusted = entry("30.00", 30, 44, CardDays.ORDINARY_DAYS, 1);
        assertThat(tariff(List.of(short30, adjusted, holiday))
                        .price(call("1", 30, 1), week())
                        .total())
                .hasToString("15.00");
    }

    @Test
    void saysForWhichDaysTheCardHasNoRate() {
        Price price = tariff(List.of(short30)).price(call("45", 30, 1), week());
        assertThat(price.gaps()).containsExactly(GOOD_FRIDAY);
        assertThat(price.visits()).isEqualTo(1);
    }

    private static org.assertj.core.groups.Tuple tuple(@Nullable Object... parts) {
        return org.assertj.core.groups.Tuple.tuple(parts);
    }

    private static DateRange week() {
        return new DateRange(MONDAY, MONDAY.plusDays(7));
    }

    private static CallToPrice call(String days, int minutes, int workers) {
        return new CallToPrice(CareService.SESSIONAL, PriceZone.TOWN, days, minutes, workers, null);
    }

    private static CardEntry entry(String rate, int from, int to, CardDays days, int layer) {
        DateRange always = new DateRange(LocalDate.of(2023, 1, 1), null);
        return new CardEntry(
                new UUID(layer, rate.hashCode()),
                CareService.SESSIONAL,
                null,
                from,
                to,
                days,
                null,
                Money.of(rate),
                always,
                layer,
                null,
                null);
    }

    private static Tariff tariff(List<CardEntry> card) {
        DateRange always = new DateRange(LocalDate.of(2021, 4, 1), null);
        return new Tariff(
                card,
                Set.of(GOOD_FRIDAY),
                List.of(new Tariff.Supplement("BRONZE", Money.of("1.50"), always, "Powys Pledge")),
                (provider, day) -> day.isBefore(MONDAY.plusDays(2)) ? Optional.empty() : Optional.of("BRONZE"));
    }
}
