package cymru.pontio.visits.flexible;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Over a package somebody cares for: how flexible its hours are. */
@Component
class FlexibleTab implements PackageTab {
    static final String KEY = "flexible.tab";
    private static final int ORDER = 62;

    private final JdbcClient jdbc;

    FlexibleTab(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Tab> of(Actor actor, String packageRef) {
        if (!actor.isAny(Bank.COUNCIL)) return Optional.empty();
        boolean placed = jdbc.sql("select exists (select from placements.report_placement p where p.package_ref = ?)")
                .param(packageRef)
                .query(Boolean.class)
                .single();
        return placed ? Optional.of(new Tab(ORDER, KEY, "/packages/" + packageRef + "/flexible")) : Optional.empty();
    }
}
