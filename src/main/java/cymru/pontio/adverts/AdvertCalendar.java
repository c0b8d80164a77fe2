package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.CalendarEntry;
import cymru.pontio.site.CalendarSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deadlines of rounds: for a provider of those that reach it, for a broker of all. */
@Component
class AdvertCalendar implements CalendarSource {
    private final AdvertReach reach;
    private final JdbcClient jdbc;

    AdvertCalendar(AdvertReach reach, JdbcClient jdbc) {
        this.reach = reach;
        this.jdbc = jdbc;
    }

    @Override
    public List<CalendarEntry> of(Actor actor) {
        if (actor.ofProvider() || actor.is(Role.INHOUSE_COORDINATOR)) return opportunities(actor);
        return actor.isAny(Role.BROKER, Role.COMMISSIONER) ? rounds() : List.of();
    }

    private List<CalendarEntry> opportunities(Actor actor) {
        return reach.openTo(actor.organisation()).stream()
                .map(round -> CalendarEntry.at(
                        "adverts.deadline." + round.ref(),
                        "calendar.adverts.deadline",
                        round.ref().value(),
                        round.deadline(),
                        "/opportunities/" + round.ref()))
                .toList();
    }

    private List<CalendarEntry> rounds() {
        return jdbc.sql("""
                select a.ref, p.ref as package, coalesce(t.closed_at, a.deadline) as closes
                from adverts.advert a
                join carepackages.care_package p on p.id = a.care_package_id
                left join adverts.taken_up t on t.advert_id = a.id
                where a.status = 'OPEN' and coalesce(t.closed_at, a.deadline) > clock_timestamp() - interval '31 days'
                order by a.deadline, a.ref limit 2000""")
                .query((row, n) -> CalendarEntry.at(
                        "adverts.round." + row.getString("ref"),
                        "calendar.adverts.round",
                        row.getString("ref"),
                        AdvertRows.instant(row, "closes"),
                        "/packages/" + row.getString("package") + "/bids"))
                .list();
    }
}
