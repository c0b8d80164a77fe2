package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.HomeTile;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for the coordinator. */
@Component
class BridgingTiles implements HomeTile {
    private static final int ORDER = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    BridgingTiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.is(Role.INHOUSE_COORDINATOR)) return List.of();
        return jdbc.sql("""
                select count(*) filter (where status = 'REQUESTED'), count(*) filter (where status = 'ACTIVE'),
                    count(*) filter (where status = 'ACTIVE' and review_on <= ?)
                from bridging.episode where status in ('REQUESTED', 'ACTIVE')""")
                .param(Zone.dayOf(clock.instant()))
                .query((row, n) -> List.of(
                        new Tile(ORDER, row.getLong(1), "bridging.tile.requested", "/bridging"),
                        new Tile(ORDER + 1, row.getLong(2), "bridging.tile.active", "/bridging?tab=active"),
                        new Tile(ORDER + 2, row.getLong(3), "bridging.tile.reviews", "/bridging?tab=active")))
                .single();
    }
}
