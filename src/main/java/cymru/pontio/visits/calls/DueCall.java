package cymru.pontio.visits.calls;

import java.time.Instant;
import java.util.UUID;

/**
 * A call that was due at one door on one day.
 *
 * @param from start of the agreed window, or of the part of the day
 * @param until its end; a start at this very moment is still within
 * @param critical a reason makes its time matter to the half hour
 * @param essential somebody has to come, this day or this week; a flexible call may be saved up
 * @param suspended nobody has to come: the person is away, or has died
 */
record DueCall(
        UUID line,
        Instant from,
        Instant until,
        int minutes,
        int workers,
        boolean critical,
        boolean essential,
        boolean suspended) {}
