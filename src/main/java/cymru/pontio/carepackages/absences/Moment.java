package cymru.pontio.carepackages.absences;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.TypedTime;
import java.time.Instant;
import java.util.Optional;

/** A day and a time of day as typed. */
final class Moment {
    private Moment() {}

    static Optional<Instant> of(DateParts day, String time) {
        return day.date()
                .flatMap(date -> TypedTime.of(time)
                        .map(clock -> date.atTime(clock).atZone(Zone.LONDON).toInstant()));
    }
}
