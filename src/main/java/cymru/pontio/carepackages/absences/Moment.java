package cymru.pontio.carepackages.absences;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.DateParts;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** A day and a time of day as typed. */
final class Moment {
    private Moment() {}

    /** 7:30, 07.30 and 0730 are half past seven. */
    static Optional<LocalTime> time(String typed) {
        String digits = typed.replaceAll("[:.\\s]", "");
        if (!digits.matches("\\d{3,4}")) return Optional.empty();
        int hour = Integer.parseInt(digits.substring(0, digits.length() - 2));
        int minute = Integer.parseInt(digits.substring(digits.length() - 2));
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }

    static Optional<Instant> of(DateParts day, String time) {
        return day.date()
                .flatMap(date -> time(time)
                        .map(clock -> date.atTime(clock).atZone(Zone.LONDON).toInstant()));
    }
}
