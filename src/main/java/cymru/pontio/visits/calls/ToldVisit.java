package cymru.pontio.visits.calls;

import cymru.pontio.visits.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider told of one visit to one door on one day.
 *
 * @param number the provider's number for it
 */
record ToldVisit(
        long id,
        String number,
        VisitStatus status,
        @Nullable Instant planned,
        @Nullable Instant start,
        @Nullable Instant end,
        int workers,
        boolean reasonGiven) {

    /** Where in the day it belongs: when somebody came, or was to come. */
    @Nullable
    Instant moment() {
        return start != null ? start : planned;
    }

    boolean delivered() {
        return status == VisitStatus.DELIVERED;
    }

    int minutes() {
        return start == null || end == null
                ? 0
                : (int) Duration.between(start, end).toMinutes();
    }

    boolean overlaps(ToldVisit other) {
        return start != null
                && end != null
                && other.start != null
                && other.end != null
                && start.isBefore(other.end)
                && other.start.isBefore(end);
    }
}
