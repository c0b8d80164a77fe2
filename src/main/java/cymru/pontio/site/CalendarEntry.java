package cymru.pontio.site;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a person's calendar: either a moment or a whole day, a reference and where to look. Never a name.
 *
 * @param id the same for the same thing each time the calendar is fetched, of letters, digits, dots and hyphens
 * @param messageKey its words, with the reference as {0}
 */
public record CalendarEntry(
        String id,
        String messageKey,
        String ref,
        @Nullable Instant at,
        @Nullable LocalDate day,
        String path) {
    public CalendarEntry {
        if ((at == null) == (day == null)) throw new IllegalArgumentException("a moment or a day: " + id);
        if (!id.matches("[A-Za-z0-9.-]+")) throw new IllegalArgumentException(id);
    }

    public static CalendarEntry at(String id, String messageKey, String ref, Instant at, String path) {
        return new CalendarEntry(id, messageKey, ref, at, null, path);
    }

    public static CalendarEntry on(String id, String messageKey, String ref, LocalDate day, String path) {
        return new CalendarEntry(id, messageKey, ref, null, day, path);
    }
}
