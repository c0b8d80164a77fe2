package cymru.pontio.placements.variations;

import static cymru.pontio.placements.variations.VariationStatus.REQUESTED;
import static cymru.pontio.placements.variations.VariationStatus.WITH_FINANCE;
import static cymru.pontio.placements.variations.VariationStatus.WITH_PROVIDER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes that wait for the reader. */
@Component
class VariationTiles implements HomeTile {
    private static final int ORDER = 450;

    private final VariationRecords records;

    VariationTiles(VariationRecords records) {
        this.records = records;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (actor.isAny(Role.TEAM_MANAGER, Role.BROKER)) return List.of(tile(actor, REQUESTED));
        if (actor.is(Role.FINANCE)) return List.of(tile(actor, WITH_FINANCE));
        if (VariationDesk.ofProvider(actor)) return List.of(tile(actor, WITH_PROVIDER));
        return List.of();
    }

    private Tile tile(Actor actor, VariationStatus status) {
        return new Tile(
                ORDER, records.waiting(actor, status), "variations.tile." + status, "/variations?status=" + status);
    }
}
