package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class AwardTab implements PackageTab {
    static final String KEY = "placements.tab";

    @Override
    public Optional<Tab> of(Actor actor) {
        if (!actor.isAny(Role.BROKER, Role.COMMISSIONER)) return Optional.empty();
        return Optional.of(new Tab(40, KEY, "/award"));
    }
}
