package cymru.pontio.visits.flexible;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Over a package somebody cares for: how flexible its hours are. */
@Component
class FlexibleTab implements PackageTab {
    static final String KEY = "flexible.tab";
    private static final int ORDER = 62;
    private static final String PLACED = "exists (select from placements.report_placement where package_ref = :ref)";

    @Override
    public Optional<Tab> of(Actor actor) {
        return actor.isAny(Bank.COUNCIL) ? Optional.of(new Tab(ORDER, KEY, "/flexible", PLACED)) : Optional.empty();
    }
}
