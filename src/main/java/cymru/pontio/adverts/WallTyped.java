package cymru.pontio.adverts;

import cymru.pontio.site.DateParts;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A date in three fields and a time in one, as typed. */
final class WallTyped {
    static final String TIME = "\\s*(?:[01]?\\d|2[0-3])[:.][0-5]\\d\\s*";
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("HH:mm");

    private WallTyped() {}

    static String time(LocalDateTime moment) {
        return WRITTEN.format(moment);
    }

    static @Nullable LocalDateTime moment(DateParts date, String time) {
        if (!time.matches(TIME) || date.date().isEmpty()) return null;
        String[] parts = time.strip().split("[:.]");
        return date.date().get().atTime(LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1])));
    }
}
