package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Over a package somebody cares for: how its week has changed. */
@Component
class VariationsTab implements PackageTab {
    static final String KEY = "variations.tab";
    private static final int ORDER = 55;
    private static final String BEGUN =
            "exists (select from placements.placement where package_ref = :ref and first_visit_at is not null)";

    @Override
    public Optional<Tab> of(Actor actor) {
        return actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BROKER, Role.COMMISSIONER)
                ? Optional.of(new Tab(ORDER, KEY, "/variations", BEGUN))
                : Optional.empty();
    }
}
