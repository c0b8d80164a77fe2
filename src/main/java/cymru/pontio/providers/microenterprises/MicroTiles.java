package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for the council, and how many of its four places a micro-enterprise has filled. */
@Component
class MicroTiles implements HomeTile {
    private static final int ORDER = 700;

    private final Shelf shelf;
    private final Grants grants;

    MicroTiles(Shelf shelf, Grants grants) {
        this.shelf = shelf;
        this.grants = grants;
    }

    @Override
    public List<Tile> of(Actor actor) {
        List<Tile> tiles = new ArrayList<>();
        if (Shelf.ofCouncil(actor)) {
            tiles.add(new Tile(
                    ORDER,
                    shelf.all(new MicroFilter("DUE_DILIGENCE", null, null, null))
                            .size(),
                    "microenterprises.tile.checking",
                    "/micro-enterprises?state=DUE_DILIGENCE"));
            tiles.add(grants(ORDER + 1, GrantStatus.APPLIED, "microenterprises.tile.grants"));
        }
        if (actor.isAny(Role.FINANCE, Role.DP_ADVISER))
            tiles.add(grants(ORDER + 2, GrantStatus.APPROVED, "microenterprises.tile.grantsToPay"));
        if (actor.is(Role.PROVIDER_MANAGER))
            shelf.byId(actor.organisation())
                    .ifPresent(micro -> tiles.add(new Tile(
                            ORDER, micro.personalCare(), "microenterprises.tile.own", "/micro-enterprises/own")));
        return tiles;
    }

    private Tile grants(int order, GrantStatus status, String key) {
        return new Tile(order, grants.count(status), key, "/micro-enterprises/grants?status=" + status);
    }
}
