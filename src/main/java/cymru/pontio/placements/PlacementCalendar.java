package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.CalendarEntry;
import cymru.pontio.site.CalendarSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When an offer must be answered, and when care starts and ends: for its provider, for sourcing, for the person's team. */
@Component
class PlacementCalendar implements CalendarSource {
    private final JdbcClient jdbc;

    PlacementCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CalendarEntry> of(Actor actor) {
        List<CalendarEntry> entries = new ArrayList<>();
        if (actor.ofProvider() || actor.is(Role.INHOUSE_COORDINATOR)) {
            entries.addAll(offers(actor));
            entries.addAll(care("p.provider_id = :own", actor));
        } else if (actor.isAny(Role.BROKER, Role.COMMISSIONER)) {
            entries.addAll(care("cast(:own as uuid) is not null", actor));
        } else if (actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER) && actor.team() != null) {
            entries.addAll(care("c.team_id = :team and cast(:own as uuid) is not null", actor));
        }
        return entries;
    }

    private List<CalendarEntry> offers(Actor actor) {
        return jdbc.sql("""
                select ref, respond_by from placements.award where provider_id = ? and status = 'OFFERED' order by ref""")
                .param(actor.organisation())
                .query((row, n) -> CalendarEntry.at(
                        "placements.offer." + row.getString("ref"),
                        "calendar.placements.offer",
                        row.getString("ref"),
                        row.getTimestamp("respond_by").toInstant(),
                        "/offers/" + row.getString("ref")))
                .list();
    }

    private List<CalendarEntry> care(String whose, Actor actor) {
        boolean team = whose.contains(":team");
        var query = jdbc.sql("""
                select p.ref, c.ref as package, p.status, p.agreed_start as start, n.ends_on
                from placements.placement p join carepackages.care_package c on c.id = p.care_package_id
                left join placements.notice_in_force n on n.placement_id = p.id
                where (p.status = 'PENDING_START' or p.status = 'NOTICE_GIVEN' and n.ends_on is not null)
                  and\s""" + whose + " order by p.agreed_start, p.ref limit 2000")
                .param("own", actor.organisation());
        if (team) query = query.param("team", actor.team());
        return query.query((row, n) -> {
                    boolean starts = row.getString("status").equals("PENDING_START");
                    String what = starts ? "start" : "end";
                    String path =
                            team ? "/packages/" + row.getString("package") : "/placements/" + row.getString("ref");
                    return CalendarEntry.on(
                            "placements." + what + "." + row.getString("ref"),
                            "calendar.placements." + what,
                            row.getString("ref"),
                            row.getObject(starts ? "start" : "ends_on", LocalDate.class),
                            path);
                })
                .list();
    }
}
