package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.CalendarEntry;
import cymru.pontio.site.CalendarSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When bridging is to be reviewed, for the council's own team. */
@Component
class BridgingCalendar implements CalendarSource {
    private final JdbcClient jdbc;

    BridgingCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CalendarEntry> of(Actor actor) {
        if (!actor.is(Role.INHOUSE_COORDINATOR)) return List.of();
        return jdbc.sql("select ref, review_on from bridging.episode where status = 'ACTIVE' order by review_on, ref")
                .query((row, n) -> CalendarEntry.on(
                        "bridging.review." + row.getString("ref"),
                        "calendar.bridging.review",
                        row.getString("ref"),
                        row.getObject("review_on", LocalDate.class),
                        "/bridging/" + row.getString("ref")))
                .list();
    }
}
