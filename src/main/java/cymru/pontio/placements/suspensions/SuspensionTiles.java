package cymru.pontio.placements.suspensions;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** Visits that were recorded though none was due: somebody has to look at them before they are paid. */
@Component
class SuspensionTiles implements HomeTile {
    private static final int ORDER = 465;

    private final Suspensions suspensions;

    SuspensionTiles(Suspensions suspensions) {
        this.suspensions = suspensions;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.isAny(Suspensions.COUNCIL)) return List.of();
        return List.of(
                new Tile(ORDER, suspensions.flagged(actor).size(), "suspensions.tile.flagged", "/suspensions/visits"));
    }
}
