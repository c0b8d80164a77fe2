package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many wait, for those who look for providers. */
@Component
class WaitingTile implements HomeTile {
    private static final int ORDER = 13;

    private final WaitingList waiting;

    WaitingTile(WaitingList waiting) {
        this.waiting = waiting;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.isAny(Role.BROKER, Role.COMMISSIONER)) return List.of();
        WaitingList.Question now = new WaitingList.Question(Zone.dayOf(waiting.now()), null, "", "");
        int people = waiting.ask(actor, now).figures().headline();
        return List.of(new Tile(ORDER, people, "carepackages.tile.waiting", "/waiting-list"));
    }
}
