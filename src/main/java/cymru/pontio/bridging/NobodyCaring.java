package cymru.pontio.bridging;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Alerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody was looked after, by a provider or by the council's own team; nobody looks after them any more, and the package is
 * open. Every page asks, so the answer is kept for half a minute.
 */
@Component
class NobodyCaring implements Alerts {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Answer kept = new Answer(Instant.MIN, List.of());

    NobodyCaring(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Forgotten(String ref, UUID team) {}

    private record Answer(Instant at, List<Forgotten> all) {}

    /** To all of the council; which packages they are, to those who may see them. */
    @Override
    public List<Alert> of(Actor actor) {
        if (actor.ofProvider()) return List.of();
        boolean all = actor.isAny(BROKER, COMMISSIONER, INHOUSE_COORDINATOR);
        boolean own = actor.isAny(SOCIAL_WORKER, TEAM_MANAGER);
        List<Forgotten> now = now();
        if (now.isEmpty()) return List.of();
        List<String> refs = now.stream()
                .filter(one -> all || own && one.team().equals(actor.team()))
                .map(Forgotten::ref)
                .toList();
        if (refs.isEmpty()) return List.of(new Alert("bridging.alert.elsewhere", now.size()));
        List<String> named = refs.subList(0, Math.min(NAMED, refs.size()));
        Alert alert = new Alert("bridging.alert.nobody", refs.size(), String.join(", ", named));
        return List.of(actor.is(INHOUSE_COORDINATOR) ? alert : alert.linking(paths(named)));
    }

    private static Map<String, String> paths(List<String> packages) {
        return packages.stream().collect(Collectors.toMap(Function.identity(), ref -> "/packages/" + ref));
    }

    /** For tests, which do not want to wait. */
    void forget() {
        kept = new Answer(Instant.MIN, List.of());
    }

    private List<Forgotten> now() {
        Answer last = kept;
        Instant now = clock.instant();
        if (last.at().isAfter(now.minus(KEPT))) return last.all();
        List<Forgotten> fresh = ask();
        kept = new Answer(now, fresh);
        return fresh;
    }

    /**
     * Bridging that begins on a later day is nobody's care yet, and a cover of bridging without an episode nobody's at all. A
     * package that went back to its team, or that enablement took on and then left, is as open as one on the market.
     */
    List<Forgotten> ask() {
        return jdbc.sql("""
                select k.ref, k.team_id as team from carepackages.care_package k
                where k.status in ('SUBMITTED', 'RETURNED', 'APPROVED', 'SOURCING', 'UNSOURCED', 'AWARDED', 'ON_HOLD', 'RESOURCING')
                    and coalesce((select c.cover from carepackages.report_cover c where c.care_package_id = k.id
                        and c.effective_at <= clock_timestamp() order by c.effective_at desc, c.id desc limit 1), 'NONE') in ('NONE', 'BRIDGING')
                    and not exists (select from bridging.episode e where e.care_package_id = k.id and e.status = 'ACTIVE'
                        and e.started_on <= carepackages.today())
                    and (exists (select from placements.report_placement p where p.care_package_id = k.id
                            and p.first_visit_at is not null)
                        or exists (select from bridging.episode e where e.care_package_id = k.id and e.status = 'ENDED')
                            and not exists (select from bridging.enablement_episode n where n.care_package_id = k.id
                                and n.started_on <= carepackages.today() and coalesce(n.ended_on, 'infinity') >= carepackages.today()))
                order by k.ref""").query(Forgotten.class).list();
    }
}
