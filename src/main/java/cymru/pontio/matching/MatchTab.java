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
    private static final int ORDER = 15;
    private static final String APPROVED = "exists (select from carepackages.report_approved where package_ref = :ref)";

    @Override
    public Optional<Tab> of(Actor actor) {
        return actor.isAny(Role.BROKER, Role.COMMISSIONER, Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
                ? Optional.of(new Tab(ORDER, KEY, "/match", APPROVED))
                : Optional.empty();
    }
}
