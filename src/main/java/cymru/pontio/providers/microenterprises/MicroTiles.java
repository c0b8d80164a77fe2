package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
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
        if (Shelf.ofCouncil(actor))
            return List.of(
                    new Tile(
                            ORDER,
                            shelf.all(new MicroFilter("DUE_DILIGENCE", null, null, null))
                                    .size(),
                            "microenterprises.tile.checking",
                            "/micro-enterprises?state=DUE_DILIGENCE"),
                    new Tile(
                            ORDER + 1,
                            grants.waiting(),
                            "microenterprises.tile.grants",
                            "/micro-enterprises/grants?status=APPLIED"));
        if (!actor.is(Role.PROVIDER_MANAGER)) return List.of();
        return shelf.byId(actor.organisation()).stream()
                .map(micro ->
                        new Tile(ORDER, micro.personalCare(), "microenterprises.tile.own", "/micro-enterprises/own"))
                .toList();
    }
}
