package cymru.pontio.visits;

import cymru.pontio.kernel.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/**
 * Times written down from the clock on the wall. In the night in March when the clocks go forward an hour is not there;
 * in the night in October when they go back an hour is there twice.
 */
final class WallClock {
    private static final ZoneRules RULES = Zone.LONDON.getRules();

    private WallClock() {}

    /** The moment; of two, the first; none if the clocks went forward over it. */
    static Optional<Instant> moment(LocalDateTime wall) {
        return RULES.getValidOffsets(wall).stream().findFirst().map(wall::toInstant);
    }

    /**
     * When something that began at a moment ended. An end before its start is the next day, except within the hour that
     * is there twice: 01:45 to 01:15 in that night is half an hour.
     */
    static Optional<Instant> end(LocalDate day, LocalTime started, Instant start, LocalTime ended) {
        if (!ended.isBefore(started)) return moment(day.atTime(ended));
        List<ZoneOffset> offsets = RULES.getValidOffsets(day.atTime(ended));
        Instant last = offsets.isEmpty() ? Instant.MIN : day.atTime(ended).toInstant(offsets.getLast());
        return last.isAfter(start) ? Optional.of(last) : moment(day.plusDays(1).atTime(ended));
    }
}
