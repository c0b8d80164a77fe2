package cymru.pontio.visits.rota;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far ahead each of a provider's placements has been published, the shortest first. */
@Service
class RotaList {
    /** Less than this and the person cannot plan. */
    static final int SHORT_DAYS = 14;

    private static final int PAGE = 50;
    private static final int FILE = 5000;
    private static final String ROWS = """
            with own as (
                select p.ref, p.package_ref, coalesce(least(until.day, open.day - 1), date '0001-01-01') as until, untold.number as untold
                from placements.report_placement p
                cross join lateral (select max(c.day) as day from visits.rota_call c where c.placement_id = p.id) until
                cross join lateral (select min(d.day) as day from placements.report_calls_on(carepackages.today(), until.day) d
                    where until.day is not null and d.placement_id = p.id and not d.suspended and not exists (
                        select from visits.rota_call c
                        where c.placement_id = p.id and c.call_line_id = d.call_line_id and c.day = d.day)) open
                cross join lateral (select count(*) as number from visits.rota_change h
                    join visits.rota_call c on c.id = h.rota_call_id where c.placement_id = p.id and h.told is null) untold
                where p.provider_id = :provider and p.status in ('PENDING_START', 'LIVE', 'NOTICE_GIVEN'))\s""";

    private final JdbcClient jdbc;

    RotaList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param until last day up to which every call that is due is published; none yet
     * @param untold changes of which the person has not been told
     */
    record Row(String ref, String packageRef, @Nullable LocalDate until, int untold) {
        public boolean isShort(LocalDate today) {
            return until == null || until.isBefore(today.plusDays(SHORT_DAYS));
        }
    }

    record Page(List<Row> rows, @Nullable String next) {}

    @Transactional(readOnly = true)
    public Page page(Actor actor, String after) {
        List<Row> rows = rows(actor, after, PAGE + 1);
        if (rows.size() <= PAGE) return new Page(rows, null);
        return new Page(rows.subList(0, PAGE), rows.get(PAGE - 1).ref());
    }

    @Transactional(readOnly = true)
    public List<Row> all(Actor actor) {
        return rows(actor, "", FILE);
    }

    /** Changes of which somebody still has to tell the person. */
    @Transactional(readOnly = true)
    public long untold(Actor actor) {
        return jdbc.sql("""
                select count(*) from visits.rota_change h join visits.rota_call c on c.id = h.rota_call_id
                join placements.report_placement p on p.id = c.placement_id
                where h.told is null and p.provider_id = ? and p.status in ('PENDING_START', 'LIVE', 'NOTICE_GIVEN')""").param(actor.organisation()).query(Long.class).single();
    }

    private List<Row> rows(Actor actor, String after, int most) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        return jdbc.sql(ROWS + """
                select o.ref, o.package_ref, nullif(o.until, date '0001-01-01') as until, o.untold from own o
                where :after = '' or (o.until, o.ref) > (select x.until, x.ref from own x where x.ref = :after)
                order by o.until, o.ref limit\s""" + most)
                .param("provider", actor.organisation())
                .param("after", after)
                .query(Row.class)
                .list();
    }
}
