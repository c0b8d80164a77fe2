package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Over a package somebody cares for: how its week has changed. */
@Component
class VariationsTab implements PackageTab {
    static final String KEY = "variations.tab";
    private static final int ORDER = 55;

    private final JdbcClient jdbc;

    VariationsTab(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Tab> of(Actor actor, String packageRef) {
        if (!actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.BROKER, Role.COMMISSIONER))
            return Optional.empty();
        boolean begun = jdbc.sql(
                        "select exists (select from placements.placement where package_ref = ? and first_visit_at is not null)")
                .param(packageRef)
                .query(Boolean.class)
                .single();
        return begun ? Optional.of(new Tab(ORDER, KEY, "/packages/" + packageRef + "/variations")) : Optional.empty();
    }
}
