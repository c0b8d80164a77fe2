package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a provider has to do for its workers. Nothing where no register is kept. */
@Component
class WorkforceTiles implements HomeTile {
    private static final int ORDER = 780;

    private final Workers workers;

    WorkforceTiles(Workers workers) {
        this.workers = workers;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.isAny(Workers.KEEPERS)) return List.of();
        Team team = workers.team(actor);
        if (team.size() == 0) return List.of();
        return List.of(
                new Tile(
                        ORDER,
                        Shown.OVERDUE.of(team, List.of(), workers.today()).size(),
                        "workforce.tile.overdue",
                        "/workforce?show=OVERDUE"),
                new Tile(
                        ORDER + 1,
                        Shown.SOON.of(team, List.of(), workers.today()).size(),
                        "workforce.tile.soon",
                        "/workforce?show=SOON"));
    }
}
