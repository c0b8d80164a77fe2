package cymru.pontio.adverts;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How the package is advertised, beside the package's other pages. */
@Component
class AdvertTab implements PackageTab {
    static final String KEY = "adverts.tab";

    @Override
    public Optional<Tab> of(Actor actor) {
        if (!actor.isAny(Role.BROKER, Role.COMMISSIONER)) return Optional.empty();
        return Optional.of(new Tab(20, KEY, "/advert"));
    }
}
