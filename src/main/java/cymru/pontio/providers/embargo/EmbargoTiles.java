package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.HomeTile;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for commissioners: reviews that are due, and liftings that need a second person. */
@Component
class EmbargoTiles implements HomeTile {
    private static final int ORDER = 610;

    private final EmbargoTable table;
    private final Clock clock;

    EmbargoTiles(EmbargoTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.is(Role.COMMISSIONER)) return List.of();
        EmbargoTable.Waiting waiting = table.waiting(Zone.dayOf(clock.instant()), actor.userId());
        return List.of(
                new Tile(ORDER, waiting.due(), "embargo.tile.due", "/embargoes"),
                new Tile(ORDER + 1, waiting.lifts(), "embargo.tile.lifts", "/embargoes"));
    }
}
