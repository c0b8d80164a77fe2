package cymru.pontio.placements.suspensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is paid while nobody visits. */
class RetainerTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    @Test
    void countsTheDaysFromTheFirstWhetherACallWasDueOrNot() {
        Retainer retainer = Retainer.of(
                FIRST, List.of(day(1, 60, "24.00"), day(6, 60, "24.00"), day(7, 60, "24.00")), 7, percent("100"));
        assertThat(retainer.days()).isEqualTo(3);
        assertThat(retainer.carerMinutes()).isEqualTo(180);
        assertThat(retainer.paidCarerMinutes()).isEqualTo(120);
        assertThat(retainer.pounds().toString()).isEqualTo("48.00");
    }

    @Test
    void paysThePercentOfTheRateOfEachDayAndRoundsOnce() {
        Retainer retainer = Retainer.of(FIRST, List.of(day(0, 25, "23.17"), day(1, 25, "24.01")), 14, percent("50"));
        assertThat(retainer.pounds().toString()).isEqualTo("9.83");
    }

    @Test
    void paysNothingWhereTheContractDoesNot() {
        assertThat(Retainer.of(FIRST, List.of(day(0, 60, "24.00")), 0, percent("100"))
                        .pounds()
                        .toString())
                .isEqualTo("0.00");
    }

    private static Retainer.Day day(int after, int minutes, String rate) {
        return new Retainer.Day(FIRST.plusDays(after), 1, minutes, new BigDecimal(rate));
    }

    private static BigDecimal percent(String percent) {
        return new BigDecimal(percent);
    }
}
