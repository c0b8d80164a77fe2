package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.CalendarEntry;
import cymru.pontio.site.CalendarSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a provider's evidence runs out, for its own people. */
@Component
class EvidenceCalendar implements CalendarSource {
    private final JdbcClient jdbc;

    EvidenceCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CalendarEntry> of(Actor actor) {
        if (!actor.ofProvider()) return List.of();
        return jdbc.sql("""
                select e.kind, e.expires_on, p.ref
                from providers.evidence_in_force e join providers.provider p on p.id = e.provider_id
                where e.provider_id = ? and e.expires_on is not null order by e.kind""")
                .param(actor.organisation())
                .query((row, n) -> CalendarEntry.on(
                        "evidence."
                                + row.getString("kind").toLowerCase(Locale.ROOT).replace('_', '-'),
                        "calendar.evidence." + row.getString("kind"),
                        row.getString("ref"),
                        row.getObject("expires_on", LocalDate.class),
                        "/standing"))
                .list();
    }
}
