package cymru.pontio.audit;

import cymru.pontio.identity.Accounts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.site.RecordAccess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has seen a record, for those who may open it themselves; nothing of what they saw. */
@Service
class SeenLog {
    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ObjectProvider<RecordAccess> records;

    SeenLog(JdbcClient jdbc, Accounts accounts, ObjectProvider<RecordAccess> records) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.records = records;
    }

    /** @param page code of the page that showed it */
    record Look(long id, Instant at, String who, String page) {}

    /** @param next the last look on this page, if there are older ones */
    record Looks(List<Look> rows, @Nullable Long next) {}

    private record Row(long id, Instant at, UUID account, String page) {}

    /** @param before only those older than this one */
    @Transactional(readOnly = true)
    Looks of(Actor actor, String ref, @Nullable Long before) {
        if (records.stream().noneMatch(room -> room.mayOpen(actor, ref))) throw new NotFound();
        List<Row> found = jdbc.sql("""
                select id, at, account_id, page from audit.reading
                where subject = :ref and (cast(:before as bigint) is null or (at, id) <
                    (select b.at, b.id from audit.reading b where b.id = :before and b.subject = :ref))
                order by at desc, id desc limit :limit""")
                .param("ref", ref)
                .param("before", before)
                .param("limit", PAGE + 1)
                .query((row, n) -> new Row(
                        row.getLong(1),
                        row.getTimestamp(2).toInstant(),
                        row.getObject(3, UUID.class),
                        row.getString(4)))
                .list();
        List<Row> shown = found.subList(0, Math.min(PAGE, found.size()));
        Map<UUID, String> names =
                accounts.namesOf(shown.stream().map(Row::account).collect(Collectors.toSet()));
        return new Looks(
                shown.stream().map(row -> look(row, names)).toList(),
                found.size() > PAGE ? shown.getLast().id() : null);
    }

    private static Look look(Row row, Map<UUID, String> names) {
        String name = names.getOrDefault(row.account(), row.account().toString());
        return new Look(row.id(), row.at(), name, row.page());
    }
}
