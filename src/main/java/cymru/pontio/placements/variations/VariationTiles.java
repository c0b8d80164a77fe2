package cymru.pontio.placements.variations;

import static cymru.pontio.placements.variations.VariationStatus.REQUESTED;
import static cymru.pontio.placements.variations.VariationStatus.WITH_FINANCE;
import static cymru.pontio.placements.variations.VariationStatus.WITH_PROVIDER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes that wait for the reader, and hours that nobody took. */
@Component
class VariationTiles implements HomeTile {
    private static final int ORDER = 450;

    private final VariationRecords records;
    private final Untaken untaken;

    VariationTiles(VariationRecords records, Untaken untaken) {
        this.records = records;
        this.untaken = untaken;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (actor.isAny(Role.TEAM_MANAGER, Role.BROKER)) return List.of(tile(actor, REQUESTED), untaken(actor));
        if (actor.is(Role.SOCIAL_WORKER)) return List.of(untaken(actor));
        if (actor.is(Role.FINANCE)) return List.of(tile(actor, WITH_FINANCE));
        if (VariationDesk.ofProvider(actor)) return List.of(tile(actor, WITH_PROVIDER));
        return List.of();
    }

    private Tile untaken(Actor actor) {
        return new Tile(ORDER + 1, untaken.count(actor), "variations.tile.untaken", "/variations/untaken", true);
    }

    private Tile tile(Actor actor, VariationStatus status) {
        return new Tile(
                ORDER, records.waiting(actor, status), "variations.tile." + status, "/variations?status=" + status);
    }
}
