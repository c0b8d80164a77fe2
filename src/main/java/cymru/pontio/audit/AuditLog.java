package cymru.pontio.audit;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The audit for the auditor: who did what to what, who looked at what. References and codes, never content. */
@Service
class AuditLog {
    static final int PAGE = 50;
    static final int FILE = 20_000;
    /** Where no person acts, the role that a verb asks for is nobody's. */
    private static final List<String> SERVICE = List.of("SERVICE");

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Accounts accounts;

    AuditLog(JdbcClient jdbc, JsonMapper json, Accounts accounts) {
        this.jdbc = jdbc;
        this.json = json;
        this.accounts = accounts;
    }

    /** @param who key of the account; its name is looked up beside */
    record Entry(
            long id,
            Instant at,
            UUID who,
            List<String> roles,
            String action,
            String subject,
            @Nullable String reason,
            Map<String, String> facts) {}

    record Reading(long id, Instant at, UUID who, String page, String subject) {}

    /** One person's readings of a subject, summed up. */
    record Reader(UUID who, long times, Instant first, Instant last) {}

    @Transactional(readOnly = true)
    public Slice<Entry> entries(Actor actor, AuditFilter filter, int size) {
        actor.must(Role.AUDITOR);
        List<Entry> found =
                select("entry", filter, "action", size).query(this::entry).list();
        return Slice.of(found, size, filter, Entry::id);
    }

    @Transactional(readOnly = true)
    public Slice<Reading> readings(Actor actor, AuditFilter filter, int size) {
        actor.must(Role.AUDITOR);
        List<Reading> found =
                select("reading", filter, "page", size).query(AuditLog::reading).list();
        return Slice.of(found, size, filter, Reading::id);
    }

    /** Who saw this subject in this time: each person once. Nobody if no subject is asked for. */
    @Transactional(readOnly = true)
    public List<Reader> readers(Actor actor, AuditFilter filter) {
        actor.must(Role.AUDITOR);
        if (filter.subject().isEmpty()) return List.of();
        AuditWhere where = where(filter, "page");
        return jdbc.sql("select account_id, count(*), min(at), max(at) from audit.reading where " + where.sql()
                        + " group by account_id order by max(at) desc, account_id limit 200")
                .params(where.values())
                .query((row, n) -> new Reader(
                        row.getObject(1, UUID.class),
                        row.getLong(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant()))
                .list();
    }

    /** The kinds of action there are, found by hopping along the index. */
    @Transactional(readOnly = true)
    public List<String> actions(Actor actor) {
        return kinds(actor, "entry", "action");
    }

    @Transactional(readOnly = true)
    public List<String> pages(Actor actor) {
        return kinds(actor, "reading", "page");
    }

    @Transactional(readOnly = true)
    public Map<UUID, String> names(Actor actor, Collection<UUID> who) {
        actor.must(Role.AUDITOR);
        return accounts.namesOf(who);
    }

    private List<String> kinds(Actor actor, String table, String column) {
        actor.must(Role.AUDITOR);
        return jdbc.sql("""
                with recursive hop as (
                    (select %1$s as kind from audit.%2$s order by %1$s limit 1)
                    union all
                    select (select t.%1$s from audit.%2$s t where t.%1$s > hop.kind order by t.%1$s limit 1) from hop
                    where hop.kind is not null)
                select kind from hop where kind is not null order by kind""".formatted(column, table)).query(String.class).list();
    }

    private JdbcClient.StatementSpec select(String table, AuditFilter filter, String kind, int size) {
        AuditWhere where = where(filter, kind);
        String cursor = "(at, id) %s ((select c.at from audit." + table + " c where c.id = :%2$s), :%2$s)";
        where.and(cursor.formatted("<", "before"), "before", filter.olderThan());
        where.and(cursor.formatted(">", "after"), "after", filter.newerThan());
        String order = filter.newerThan() == null ? "desc" : "asc";
        return jdbc.sql("select * from audit.%s where %s order by at %3$s, id %3$s limit %4$d"
                        .formatted(table, where.sql(), order, size + 1))
                .params(where.values());
    }

    private AuditWhere where(AuditFilter filter, String kind) {
        AuditWhere where = new AuditWhere();
        where.and("subject = :subject", "subject", filter.subject());
        where.and(kind + " = :what", "what", filter.what());
        where.and("at >= :begin", "begin", filter.begin().orElse(null));
        where.and("at < :end", "end", filter.end().orElse(null));
        if (!filter.who().isEmpty()) where.andIn("account_id", "who", accountsOf(filter.who()));
        return where;
    }

    private List<UUID> accountsOf(String who) {
        try {
            return List.of(UUID.fromString(who));
        } catch (IllegalArgumentException e) {
            return accounts.matching(who);
        }
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        UUID who = row.getObject("account_id", UUID.class);
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                who,
                who.equals(Accounts.SERVICE) ? SERVICE : roles(row.getString("roles")),
                row.getString("action"),
                row.getString("subject"),
                row.getString("reason"),
                json.readValue(row.getString("facts"), FACTS));
    }

    private static List<String> roles(String written) {
        return Arrays.stream(written.split(",")).filter(role -> !role.isEmpty()).toList();
    }

    private static Reading reading(ResultSet row, int number) throws SQLException {
        return new Reading(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getObject("account_id", UUID.class),
                row.getString("page"),
                row.getString("subject"));
    }

    /** The names of those in these rows. */
    <T> Map<UUID, String> namesIn(Actor actor, List<T> rows, Function<T, UUID> who) {
        return names(actor, rows.stream().map(who).collect(Collectors.toSet()));
    }
}
