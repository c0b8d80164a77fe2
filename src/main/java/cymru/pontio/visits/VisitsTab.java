package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The visits of a package, behind those about how its care was found; there once a provider has accepted it. */
@Component
class VisitsTab implements PackageTab {
    static final String KEY = "visits.tab";
    private static final int ORDER = 60;

    private final JdbcClient jdbc;

    VisitsTab(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Tab> of(Actor actor, String packageRef) {
        if (!actor.isAny(PackageVisits.READERS)) return Optional.empty();
        boolean placed = jdbc.sql("select exists (select from placements.report_placement p where p.package_ref = ?)")
                .param(packageRef)
                .query(Boolean.class)
                .single();
        return placed ? Optional.of(new Tab(ORDER, KEY, "/packages/" + packageRef + "/visits")) : Optional.empty();
    }
}
