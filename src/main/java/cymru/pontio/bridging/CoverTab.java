package cymru.pontio.bridging;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tab about cover, on packages that were approved; for the council's own team where it was asked. */
@Component
class CoverTab implements PackageTab {
    static final String KEY = "bridging.cover.tab";
    private static final int ORDER = 50;
    private static final String APPROVED = "exists (select from carepackages.report_approved where package_ref = :ref)";
    private static final String ASKED = """
            exists (select from carepackages.report_approved s join bridging.episode e on e.care_package_id = s.care_package_id
                where s.package_ref = :ref)""";

    @Override
    public Optional<Tab> of(Actor actor) {
        if (actor.isAny(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER))
            return Optional.of(new Tab(ORDER, KEY, "/cover", APPROVED));
        return actor.is(INHOUSE_COORDINATOR) ? Optional.of(new Tab(ORDER, KEY, "/cover", ASKED)) : Optional.empty();
    }
}
