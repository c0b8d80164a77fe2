package cymru.pontio.people;

import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** The active offer is a duty: who has not been asked stands on the team's home page. */
@Component
class NotAskedTile implements HomeTile {
    private static final int ORDER = 15;

    private final PeopleList people;

    NotAskedTile(PeopleList people) {
        this.people = people;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.isAny(SOCIAL_WORKER, TEAM_MANAGER) || actor.team() == null) return List.of();
        return List.of(new Tile(ORDER, people.notAsked(actor), "people.tile.notAsked", "/people?notAsked=true"));
    }
}
