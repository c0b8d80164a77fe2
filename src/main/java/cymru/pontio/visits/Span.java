package cymru.pontio.visits;

import java.time.Duration;
import java.time.Instant;

/** From a moment to a later one. */
record Span(Instant start, Instant end) {
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Time that really passed, in whole minutes, whatever the clocks did meanwhile. */
    int minutes() {
        return (int) Duration.between(start, end).toMinutes();
    }

    boolean tooLong() {
        return Duration.between(start, end).compareTo(LONGEST) > 0;
    }
}
