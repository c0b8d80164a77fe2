package cymru.pontio.adverts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidWindowTests {
    /** Written as the clock on the wall shows it. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-03T10:00, 2026-11-03T14:00",
        "2026-11-03T15:30, 2026-11-04T11:30",
        "2026-11-03T06:00, 2026-11-03T13:00",
        "2026-11-03T17:00, 2026-11-04T13:00",
        "2026-11-06T16:00, 2026-11-09T12:00",
        "2026-11-07T12:00, 2026-11-09T13:00",
        "2026-04-02T16:00, 2026-04-07T12:00",
        "2026-12-24T15:00, 2026-12-29T11:00",
        "2026-03-27T16:00, 2026-03-30T12:00",
        "2026-10-23T16:00, 2026-10-26T12:00"
    })
    void urgentAdvertsStayOpenForFourWorkingHours(LocalDateTime published, LocalDateTime earliest) {
        assertThat(BidWindow.earliest(at(published), true)).isEqualTo(at(earliest));
    }

    @Test
    void othersStayOpenForTwentyFourHoursEvenWhenTheClocksChange() {
        assertThat(BidWindow.earliest(at("2026-11-03T10:00"), false)).isEqualTo(at("2026-11-04T10:00"));
        assertThat(BidWindow.earliest(at("2026-03-28T12:00"), false)).isEqualTo(at("2026-03-29T13:00"));
        assertThat(BidWindow.earliest(at("2026-10-24T12:00"), false)).isEqualTo(at("2026-10-25T11:00"));
    }

    @Test
    void anHourThatIsLeftOutIsNoDeadlineAndOneThatComesTwiceIsTheLater() {
        assertThat(BidWindow.instant(LocalDateTime.parse("2026-03-29T01:30"))).isEmpty();
        assertThat(BidWindow.instant(LocalDateTime.parse("2026-10-25T01:30")))
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
    }

    /** Seeded fault: propose the full hour as it comes, at night and on Sundays too. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-03T10:00, 2026-11-04T12:00",
        "2026-11-03T10:20, 2026-11-04T12:00",
        "2026-11-03T13:20, 2026-11-04T15:00",
        "2026-11-03T15:00, 2026-11-04T16:00",
        "2026-11-03T15:01, 2026-11-05T12:00",
        "2026-11-03T04:00, 2026-11-04T12:00",
        "2026-11-06T10:00, 2026-11-09T12:00",
        "2026-12-23T10:00, 2026-12-24T12:00",
        "2026-12-24T10:00, 2026-12-29T12:00",
        "2026-03-27T23:59, 2026-03-30T12:00"
    })
    void proposesAFullHourOfAWorkingAfternoonThatLeavesTimeToSpare(LocalDateTime opens, LocalDateTime deadline) {
        assertThat(BidWindow.proposed(at(opens))).isEqualTo(deadline);
        assertThat(BidWindow.earliest(at(opens), false)).isBefore(at(deadline));
        assertThat(BidWindow.questions(deadline).getHour()).isBetween(9, 16);
    }

    private static Instant at(String wall) {
        return at(LocalDateTime.parse(wall));
    }

    private static Instant at(LocalDateTime wall) {
        return BidWindow.instant(wall).orElseThrow();
    }
}
