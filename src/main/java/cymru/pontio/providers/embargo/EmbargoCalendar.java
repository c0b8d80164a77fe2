package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.CalendarEntry;
import cymru.pontio.site.CalendarSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When embargoes are to be looked at again, for commissioners. */
@Component
class EmbargoCalendar implements CalendarSource {
    private final JdbcClient jdbc;

    EmbargoCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CalendarEntry> of(Actor actor) {
        if (!actor.is(Role.COMMISSIONER)) return List.of();
        return jdbc.sql("select ref, review_on from providers.embargo where lifted_at is null order by review_on, ref")
                .query((row, n) -> CalendarEntry.on(
                        "embargo.review." + row.getString("ref"),
                        "calendar.embargo.review",
                        row.getString("ref"),
                        row.getObject("review_on", LocalDate.class),
                        "/embargoes/" + row.getString("ref")))
                .list();
    }
}
