package cymru.pontio.visits.rota;

import cymru.pontio.carepackages.Band;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call of the plan on a day.
 *
 * @param from start of the agreed window; none means anywhere in its part of the day
 * @param minutes as the person receives it
 */
public record DueCall(
        UUID line,
        LocalDate day,
        int position,
        Band band,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        int minutes,
        int workers,
        boolean timeCritical) {

    /** Under which the same call of another week is found: Monday’s second call is d1p2. */
    public String key() {
        return "d" + day.getDayOfWeek().getValue() + "p" + position;
    }

    public boolean inWindow(LocalTime start) {
        if (from == null || until == null) return true;
        // Over midnight: what begins after it is a call of the next day, not of this one.
        if (until.isBefore(from)) return !start.isBefore(from);
        return !start.isBefore(from) && !start.isAfter(until);
    }

    /** When nothing else is known. */
    LocalTime suggested() {
        if (from != null) return from;
        return switch (band) {
            case MORNING -> LocalTime.of(8, 0);
            case LUNCH -> LocalTime.of(12, 0);
            case TEA -> LocalTime.of(16, 30);
            case BED -> LocalTime.of(20, 30);
            case NIGHT -> LocalTime.of(23, 0);
        };
    }
}
