package cymru.pontio.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The one clock on the wall. Facts are instants; care dates are days here. */
public final class Zone {
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Zone() {}

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }

    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(LONDON).toInstant();
    }

    public static LocalDateTime wallTime(Instant instant) {
        return instant.atZone(LONDON).toLocalDateTime();
    }
}
