package cymru.pontio.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class WorkingTimeTests {
    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    @Test
    void runsOnWithinADay() {
        assertThat(plus("2026-11-17T09:30")).isEqualTo(london("2026-11-17T13:30"));
        assertThat(plus("2026-11-17T13:00")).isEqualTo(london("2026-11-17T17:00"));
    }

    @Test
    void goesOnTheNextMorning() {
        assertThat(plus("2026-11-17T15:10")).isEqualTo(london("2026-11-18T11:10"));
    }

    @Test
    void waitsForTheOpening() {
        assertThat(plus("2026-11-17T05:00")).isEqualTo(london("2026-11-17T13:00"));
        assertThat(plus("2026-11-17T17:00")).isEqualTo(london("2026-11-18T13:00"));
    }

    @Test
    void leavesOutTheWeekend() {
        assertThat(plus("2026-11-20T16:00")).isEqualTo(london("2026-11-23T12:00"));
        assertThat(plus("2026-11-21T12:00")).isEqualTo(london("2026-11-23T13:00"));
    }

    @Test
    void leavesOutBankHolidays() {
        assertThat(plus("2026-12-24T15:00")).isEqualTo(london("2026-12-29T11:00"));
        assertThat(plus("2026-04-02T16:59")).isEqualTo(london("2026-04-07T12:59"));
    }

    @Test
    void keepsTheClockOnTheWallOverAChangeOfClocks() {
        assertThat(plus("2026-03-27T16:00")).isEqualTo(london("2026-03-30T12:00"));
        assertThat(plus("2026-10-23T16:00")).isEqualTo(london("2026-10-26T12:00"));
    }

    @Test
    void takesAsManyDaysAsItNeeds() {
        assertThat(WorkingTime.plus(london("2026-11-16T09:00"), Duration.ofHours(40)))
                .isEqualTo(london("2026-11-20T17:00"));
    }

    private static Instant plus(String wallTime) {
        return WorkingTime.plus(london(wallTime), FOUR_HOURS);
    }

    private static Instant london(String wallTime) {
        return LocalDateTime.parse(wallTime).atZone(Zone.LONDON).toInstant();
    }
}
