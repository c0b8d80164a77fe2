package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The visits of a package, behind those about how its care was found. */
@Component
class VisitsTab implements PackageTab {
    static final String KEY = "visits.tab";
    private static final int ORDER = 60;

    @Override
    public Optional<Tab> of(Actor actor, String packageRef) {
        return actor.isAny(PackageVisits.READERS)
                ? Optional.of(new Tab(ORDER, KEY, "/packages/" + packageRef + "/visits"))
                : Optional.empty();
    }
}
