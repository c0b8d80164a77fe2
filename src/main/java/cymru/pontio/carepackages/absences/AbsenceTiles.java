package cymru.pontio.carepackages.absences;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reports of providers that somebody is away, until the council has answered. */
@Component
class AbsenceTiles implements HomeTile {
    private static final int ORDER = 460;

    private final AbsencePages pages;

    AbsenceTiles(AbsencePages pages) {
        this.pages = pages;
    }

    @Override
    public List<Tile> of(Actor actor) {
        if (!actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BROKER)) return List.of();
        return List.of(new Tile(ORDER, pages.reported(actor), "absences.tile.reported", "/absences"));
    }
}
