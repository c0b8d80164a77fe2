package cymru.pontio.matching.plan;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many could be placed, by the newest plan of the council’s order and of things as they are. */
@Component
class PlanTile implements HomeTile {
    private static final int ORDER = 14;

    private final JdbcClient jdbc;

    PlanTile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.isAny(Role.BROKER, Role.COMMISSIONER)) return List.of();
        return jdbc.sql("""
                select p.ref, (select count(*) from matching.plan_row r
                    where r.plan_id = p.id and r.provider_ref is not null and r.status <> 'LEAVING') as placed
                from matching.plan p
                where p.aim = 'USUAL' and p.state = 'DONE' and p.closed = '' and p.patch = '' and p.extra_pence = 0
                    and p.extra_days = 0 and p.extra_window = 0
                order by p.asked_at desc, p.id desc limit 1""")
                .query((row, n) -> new Tile(
                        ORDER, row.getLong("placed"), "plan.tile", "/waiting-list/plan/" + row.getString("ref")))
                .list();
    }
}
