package cymru.pontio.placements.variations;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * More hours that a provider declined: nobody gives them. They stay on the list of those who asked, and of the brokers, until
 * more is asked for anew, the package or the time is over, or somebody says what became of them.
 */
@Service
class Untaken {
    static final Role[] ACTING = {SOCIAL_WORKER, TEAM_MANAGER, BROKER};
    private static final int FILE = 100_000;

    private static final String SO = """
            v.status = 'DECLINED' and v.kinds && array['INCREASE', 'DOUBLE_UP_ON']
            and (v.until_on is null or v.until_on > carepackages.today())
            and not exists (select from placements.variation_event e where e.variation_id = v.id and e.event = 'SETTLED')
            and not exists (select from placements.variation o where o.care_package_id = v.care_package_id
                and o.kinds && array['INCREASE', 'DOUBLE_UP_ON'] and (o.requested_at, o.id) > (v.requested_at, v.id)
                and o.status in ('REQUESTED', 'WITH_FINANCE', 'WITH_PROVIDER', 'AGREED', 'DECLINED'))
            and exists (select from carepackages.care_package k where k.id = v.care_package_id
                and k.status not in ('ENDED', 'WITHDRAWN'))
            """;

    private final VariationDesk desk;
    private final VariationTable table;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Untaken(VariationDesk desk, VariationTable table, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.desk = desk;
        this.table = table;
        this.jdbc = jdbc;
        this.events = events;
    }

    record Page(List<Variation> rows, @Nullable VariationRef next) {}

    /** Longest first. */
    @Transactional(readOnly = true)
    public Page list(Actor actor, @Nullable VariationRef after) {
        List<Variation> rows = rows(actor, after, VariationRecords.PAGE + 1);
        if (rows.size() <= VariationRecords.PAGE) return new Page(rows, null);
        List<Variation> shown = rows.subList(0, VariationRecords.PAGE);
        return new Page(shown, shown.getLast().ref());
    }

    @Transactional(readOnly = true)
    public List<Variation> all(Actor actor) {
        return rows(actor, null, FILE);
    }

    @Transactional(readOnly = true)
    public long count(Actor actor) {
        return jdbc.sql("select count(*) from placements.variation v where " + SO + "and " + VariationDesk.VISIBLE)
                .params(VariationDesk.sight(actor))
                .query(Long.class)
                .single();
    }

    /** The reader has to act on it. */
    @Transactional(readOnly = true)
    public boolean waitsFor(Actor actor, Variation shown) {
        return actor.isAny(ACTING) && is(shown);
    }

    /** The hours are given another way, or not needed any more: in these words. */
    @Transactional
    public void settle(Actor actor, VariationRef ref, String how) {
        actor.must(ACTING);
        Variation found = desk.find(actor, ref);
        desk.hold(found.carePackage());
        Variation held = table.hold(found.id());
        if (!is(held)) throw new RuleBroken("variations.error.taken", ref.value());
        table.note(held.id(), "SETTLED", actor, how);
        events.publishEvent(new UntakenSettled(actor, ref.value(), null, Map.of("package", held.packageRef())));
    }

    private boolean is(Variation one) {
        return jdbc.sql("select exists (select from placements.variation v where v.id = ? and " + SO + ")")
                .param(one.id())
                .query(Boolean.class)
                .single();
    }

    private List<Variation> rows(Actor actor, @Nullable VariationRef after, int limit) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER);
        Variation last = after == null ? null : desk.find(actor, after);
        return jdbc.sql(VariationTable.SELECT + "where " + SO + "and " + VariationDesk.VISIBLE + """
                and (cast(:at as timestamptz) is null or (v.requested_at, v.id) > (:at, cast(:id as uuid)))
                order by v.requested_at, v.id limit :limit""")
                .params(VariationDesk.sight(actor))
                .param("at", last == null ? null : Timestamp.from(last.requestedAt()))
                .param("id", last == null ? null : last.id())
                .param("limit", limit)
                .query((row, n) -> VariationTable.variation(row))
                .list();
    }
}
