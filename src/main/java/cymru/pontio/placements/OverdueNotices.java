package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Alerts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The last day of a notice is past, and the provider still has to care because nobody else is there: {@link NoticeClock} ends
 * all others. Every page asks, so the answer is kept for half a minute.
 */
@Component
class OverdueNotices implements Alerts {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int NAMED = 5;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Answer kept = new Answer(Instant.MIN, List.of());

    OverdueNotices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Answer(Instant at, List<String> refs) {}

    @Override
    public List<Alert> of(Actor actor) {
        if (!actor.isAny(Role.BROKER, Role.COMMISSIONER)) return List.of();
        List<String> refs = now();
        if (refs.isEmpty()) return List.of();
        List<String> named = refs.subList(0, Math.min(NAMED, refs.size()));
        return List.of(new Alert("placements.alert.overdue", refs.size(), String.join(", ", named))
                .linking(named.stream().collect(Collectors.toMap(Function.identity(), ref -> "/placements/" + ref))));
    }

    /** For tests, which do not want to wait. */
    void forget() {
        kept = new Answer(Instant.MIN, List.of());
    }

    private List<String> now() {
        Answer last = kept;
        Instant now = clock.instant();
        if (last.at().isAfter(now.minus(KEPT))) return last.refs();
        List<String> fresh =
                jdbc.sql("""
                select p.ref from placements.placement p join placements.notice_in_force n on n.placement_id = p.id
                where p.status = 'NOTICE_GIVEN' and n.ends_on <= ? order by n.ends_on, p.ref limit 100""").param(Zone.dayOf(now)).query(String.class).list();
        kept = new Answer(now, fresh);
        return fresh;
    }
}
