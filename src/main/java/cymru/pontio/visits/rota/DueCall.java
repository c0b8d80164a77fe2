package cymru.pontio.visits.rota;

import cymru.pontio.carepackages.Band;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

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
        LocalDateTime begin = band.at(day, start);
        return !begin.isBefore(band.at(day, from)) && !begin.isAfter(band.at(day, until));
    }

    /** On which day, if at that time: a night's call may begin after midnight. */
    public LocalDate beginsOn(LocalTime start) {
        return band.at(day, start).toLocalDate();
    }

    /** What each sentence about it begins with, and what else it says. */
    Object[] told(Object... more) {
        Stream<Object> name = Stream.of(day, new DefaultMessageSourceResolvable("carepackages.Band." + band), minutes);
        return Stream.concat(name, Stream.of(more)).toArray();
    }

    /** When nothing else is known. */
    LocalTime suggested() {
        if (from != null) return from;
        return switch (band) {
            case MORNING -> LocalTime.of(8, 0);
            case LUNCH -> LocalTime.of(12, 0);
            case TEA -> LocalTime.of(16, 30);
            case BED -> LocalTime.of(20, 30);
            case NIGHT -> band.from();
        };
    }
}
