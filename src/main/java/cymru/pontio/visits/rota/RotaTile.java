package cymru.pontio.visits.rota;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** Changes of which somebody still has to tell a person. */
@Component
class RotaTile implements HomeTile {
    private final RotaList list;

    RotaTile(RotaList list) {
        this.list = list;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.ofProvider() && !actor.is(Role.INHOUSE_COORDINATOR)) return List.of();
        return List.of(new Tile(55, list.untold(actor), "rota.tile", "/rotas"));
    }
}
