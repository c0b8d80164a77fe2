package cymru.pontio.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTests {
    /** Seeded fault: subtract the times on the wall. */
    @ParameterizedTest(name = "{0} {1} to {2} lasts {3} minutes")
    @CsvSource({
        "2026-03-10, 08:00, 08:30, 30",
        "2026-03-10, 23:45, 00:15, 30",
        "2026-03-10, 22:00, 07:00, 540",
        "2024-02-28, 23:30, 00:30, 60",
        "2024-02-29, 23:30, 00:30, 60",
        "2025-12-31, 23:00, 01:00, 120",
        "2026-03-28, 22:00, 07:00, 480",
        "2026-03-29, 00:30, 02:30, 60",
        "2026-03-29, 00:00, 06:00, 300",
        "2026-10-24, 22:00, 07:00, 600",
        "2026-10-25, 00:00, 06:00, 420",
        "2026-10-25, 00:30, 01:30, 60",
        "2026-10-25, 01:30, 02:30, 120",
        "2026-10-25, 01:15, 01:30, 15",
        "2026-10-25, 01:45, 01:15, 30",
        "2026-10-25, 00:30, 00:29, 1499",
        "2026-03-29, 00:30, 00:29, 1379"
    })
    void countsTheTimeThatReallyPassed(LocalDate day, LocalTime from, LocalTime to, int minutes) {
        Instant start = WallClock.moment(day.atTime(from)).orElseThrow();
        Instant end = WallClock.end(day, from, start, to).orElseThrow();
        assertThat(Duration.between(start, end).toMinutes()).isEqualTo(minutes);
        assertThat(new Span(start, end).minutes()).isEqualTo(minutes);
        assertThat(new Span(start, end).tooLong()).isEqualTo(minutes > 1440);
    }

    @Test
    void knowsNoMomentThatTheClocksLeftOut() {
        LocalDate spring = LocalDate.of(2026, 3, 29);
        assertThat(WallClock.moment(spring.atTime(1, 30))).isEmpty();
        assertThat(WallClock.moment(spring.atTime(1, 0))).isEmpty();
        assertThat(WallClock.moment(spring.atTime(2, 0))).isPresent();
        Instant before = WallClock.moment(spring.minusDays(1).atTime(23, 0)).orElseThrow();
        assertThat(WallClock.end(spring.minusDays(1), LocalTime.of(23, 0), before, LocalTime.of(1, 30)))
                .isEmpty();
    }

    @Test
    void takesTheFirstOfTwoMoments() {
        assertThat(WallClock.moment(LocalDate.of(2026, 10, 25).atTime(1, 30)))
                .isEqualTo(Optional.of(Instant.parse("2026-10-25T00:30:00Z")));
    }
}
