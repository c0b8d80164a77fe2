package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that was declared and taken, latest first: nothing is ever changed or lost. */
@Service
class History {
    static final int PAGE = 25;
    private static final int EVERYTHING = 100_000;

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What can happen to spare hours. */
    enum Kind {
        DECLARED,
        REPEATED,
        TAKEN
    }

    /**
     * @param key follows from the moment and orders what happened in the same one
     * @param award or change whose hours were taken; none for a declaration
     * @param oneWorker user minutes a week declared, or taken
     * @param overDeclared the provider confirmed that it is more than it had declared
     * @param givenBack when the award was revoked and its hours came back
     */
    record Entry(
            Instant at,
            String key,
            Kind kind,
            String byName,
            @Nullable LocalDate validUntil,
            @Nullable String award,
            long oneWorker,
            long twoWorkers,
            boolean overDeclared,
            @Nullable Instant givenBack) {
        /** Where the next page goes on. */
        public String next() {
            return at.toEpochMilli() + "-" + key;
        }

        /** A sign stands before what was taken, and nowhere else. */
        public boolean takes(long minutes) {
            return award != null && minutes > 0;
        }

        /** Taken by a change of care that is given, not by an award. */
        public boolean change() {
            return award != null && award.startsWith("VAR-");
        }
    }

    /** One line of a declaration: user minutes a week. */
    record Line(UUID declaration, String locality, PartOfDay part, int workers, int declared, int left) {}

    /** @param after as given by {@link Entry#next}, or nothing */
    @Transactional(readOnly = true)
    public List<Entry> page(Actor actor, String after) {
        return entries(actor, "", after, PAGE + 1);
    }

    @Transactional(readOnly = true)
    public List<Entry> all(Actor actor) {
        return entries(actor, "", "", EVERYTHING);
    }

    /** One of the provider's own declarations. */
    @Transactional(readOnly = true)
    public Entry declaration(Actor actor, String key) {
        return entries(actor, key, "", 1).stream()
                .filter(entry -> entry.award() == null)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, String declaration) {
        must(actor);
        return jdbc.sql("""
                select h.declaration_id, h.locality, h.part_of_day, h.workers, h.declared_minutes, h.left_minutes
                from providers.capacity_hours h join providers.capacity_declaration d on d.id = h.declaration_id
                where d.provider_id = :provider and d.id::text = :declaration
                order by h.locality, array_position(array['MORNING', 'LUNCH', 'TEA', 'BED', 'NIGHT'], h.part_of_day), h.workers""")
                .param("provider", actor.organisation())
                .param("declaration", declaration)
                .query((row, n) -> new Line(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        PartOfDay.valueOf(row.getString(3)),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6)))
                .list();
    }

    private List<Entry> entries(Actor actor, String only, String after, int limit) {
        must(actor);
        boolean begun = after.matches("\\d{1,15}-[0-9A-Za-z-]{1,40}");
        int dash = after.indexOf('-');
        return jdbc.sql("""
                select * from (
                    select d.declared_at as at, d.id::text as key, case when d.repeated then 'REPEATED' else 'DECLARED' end as kind,
                        d.declared_by_name as by_name, d.valid_until, null as award,
                        coalesce(sum(h.declared_minutes) filter (where h.workers = 1), 0) as one,
                        coalesce(sum(h.declared_minutes) filter (where h.workers = 2), 0) as two,
                        false as over_declared, null::timestamptz as given_back
                    from providers.capacity_declaration d left join providers.capacity_hours h on h.declaration_id = d.id
                    where d.provider_id = :provider group by d.id
                    union all
                    select min(t.taken_at), t.award_ref, 'TAKEN', min(t.taken_by_name), null, t.award_ref,
                        coalesce(sum(t.minutes) filter (where t.workers = 1), 0),
                        coalesce(sum(t.minutes) filter (where t.workers = 2), 0), bool_or(t.confirmed), max(t.given_back_at)
                    from providers.capacity_taken t where t.provider_id = :provider
                    group by t.award_ref) e
                where (:only = '' or e.key = :only)
                  and (:begun = false or (date_trunc('milliseconds', e.at), e.key) < (:before, :key))
                order by date_trunc('milliseconds', e.at) desc, e.key desc
                limit :limit""")
                .param("provider", actor.organisation())
                .param("only", only)
                .param("begun", begun)
                .param(
                        "before",
                        Timestamp.from(Instant.ofEpochMilli(begun ? Long.parseLong(after.substring(0, dash)) : 0)))
                .param("key", begun ? after.substring(dash + 1) : "")
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("key"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("by_name"),
                        row.getObject("valid_until", LocalDate.class),
                        row.getString("award"),
                        row.getLong("one"),
                        row.getLong("two"),
                        row.getBoolean("over_declared"),
                        instant(row.getTimestamp("given_back"))))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static void must(Actor actor) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR);
    }
}
