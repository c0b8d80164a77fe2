package cymru.pontio.visits.calls;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** For the council: essential calls that were missed. For a provider: what it was asked. */
@Component
class ExceptionTiles implements HomeTile {
    private static final int ORDER = 55;

    private final ExceptionTable table;

    ExceptionTiles(ExceptionTable table) {
        this.table = table;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (actor.isAny(Exceptions.COUNCIL))
            return List.of(new Tile(
                    ORDER,
                    table.count(null, "missed", "OPEN", "ANSWERED"),
                    "calls.tile.missed",
                    "/calls/exceptions?tab=missed"));
        if (actor.isAny(Exceptions.PROVIDER))
            return List.of(new Tile(
                    ORDER,
                    table.count(actor.organisation(), "", "QUERIED"),
                    "calls.tile.asked",
                    "/calls/exceptions?tab=provider"));
        return List.of();
    }
}
