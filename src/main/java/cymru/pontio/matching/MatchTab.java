package cymru.pontio.matching;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Providers for a package, beside its other pages, once it was approved. */
@Component
class MatchTab implements PackageTab {
    static final String KEY = "matching.tab";

    private final WorkRows works;

    MatchTab(WorkRows works) {
        this.works = works;
    }

    @Override
    public Optional<Tab> of(Actor actor, String packageRef) {
        if (!actor.isAny(Role.BROKER, Role.COMMISSIONER, Role.SOCIAL_WORKER, Role.TEAM_MANAGER))
            return Optional.empty();
        if (!works.approved(packageRef)) return Optional.empty();
        return Optional.of(new Tab(15, KEY, "/packages/" + packageRef + "/match"));
    }
}
