package cymru.pontio.bridging;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTab;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tab about cover, on packages that were approved; for the council's own team where it was asked. */
@Component
class CoverTab implements PackageTab {
    static final String KEY = "bridging.cover.tab";
    private static final int ORDER = 50;

    private final JdbcClient jdbc;

    CoverTab(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Tab> of(Actor actor, String packageRef) {
        boolean all = actor.isAny(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER);
        if (!all && !actor.is(INHOUSE_COORDINATOR)) return Optional.empty();
        boolean there = jdbc.sql("""
                select exists (select 1 from carepackages.report_sourcing s where s.package_ref = :ref and s.waiting_since is not null
                    and (:all or exists (select 1 from bridging.episode e where e.care_package_id = s.care_package_id)))""")
                .param("ref", packageRef)
                .param("all", all)
                .query(Boolean.class)
                .single();
        return there ? Optional.of(new Tab(ORDER, KEY, "/packages/" + packageRef + "/cover")) : Optional.empty();
    }
}
