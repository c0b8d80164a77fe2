package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The visits of a package, behind those about how its care was found; there once a provider has accepted it. */
@Component
class VisitsTab implements PackageTab {
    static final String KEY = "visits.tab";
    private static final int ORDER = 60;
    private static final String PLACED = "exists (select from placements.report_placement where package_ref = :ref)";

    @Override
    public Optional<Tab> of(Actor actor) {
        return actor.isAny(PackageVisits.READERS)
                ? Optional.of(new Tab(ORDER, KEY, "/visits", PLACED))
                : Optional.empty();
    }
}
