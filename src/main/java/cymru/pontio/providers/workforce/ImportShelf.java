package cymru.pontio.providers.workforce;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps files of workers between upload and confirmation. Found only through their own provider. */
@Component("workerImportShelf")
class ImportShelf {
    static final String PREFIX = "WRK";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    ImportShelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param fresh the number is not known yet */
    record Good(int line, String ref, boolean fresh, Map<String, String> cells) {}

    record Found(List<Good> good, List<Problem> problems, int same, int bad) {
        int fresh() {
            return (int) good.stream().filter(Good::fresh).count();
        }
    }

    String add(Actor actor, UUID id, String sha256, Found found) {
        String ref = Reference.free(
                () -> Reference.random(PREFIX, RANDOM),
                drawn -> jdbc.sql("select exists (select from providers.worker_import where ref = ?)")
                        .param(drawn)
                        .query(Boolean.class)
                        .single());
        jdbc.sql("""
                insert into providers.worker_import (id, ref, provider_id, status, sha256, rows_new, rows_changed, rows_same,
                    rows_bad, uploaded_by, uploaded_at)
                values (:id, :ref, :provider, 'CHECKED', :sha256, :fresh, :changed, :same, :bad, :by, clock_timestamp())""")
                .param("id", id)
                .param("ref", ref)
                .param("provider", actor.organisation())
                .param("sha256", sha256)
                .param("fresh", found.fresh())
                .param("changed", found.good.size() - found.fresh())
                .param("same", found.same)
                .param("bad", found.bad)
                .param("by", actor.userId())
                .update();
        for (Good row : found.good)
            jdbc.sql("insert into providers.worker_import_row values (?, ?, ?, ?, cast(? as jsonb))")
                    .params(id, row.line, row.ref, row.fresh, JSON.writeValueAsString(row.cells))
                    .update();
        for (Problem one : found.problems)
            jdbc.sql("insert into providers.worker_import_problem values (?, ?, ?, ?) on conflict do nothing")
                    .params(id, one.line(), one.place(), one.fault().name())
                    .update();
        return ref;
    }

    List<WorkerImport> list(Actor actor, int most) {
        return jdbc.sql("""
                select * from providers.worker_import where provider_id = ? order by uploaded_at desc, id desc limit ?""")
                .params(actor.organisation(), most)
                .query((row, n) -> view(row))
                .list();
    }

    WorkerImport find(Actor actor, String typed) {
        return jdbc.sql("select * from providers.worker_import where provider_id = ? and ref = ?")
                .params(actor.organisation(), Reference.parse(PREFIX, typed))
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    List<Good> rows(UUID id) {
        return jdbc.sql("select * from providers.worker_import_row where import_id = ? order by line")
                .param(id)
                .query((row, n) -> new Good(
                        row.getInt("line"),
                        row.getString("own_ref"),
                        row.getBoolean("fresh"),
                        cells(row.getString("cells"))))
                .list();
    }

    List<Problem> problems(UUID id) {
        return jdbc.sql("select * from providers.worker_import_problem where import_id = ? order by line, place, fault")
                .param(id)
                .query((row, n) ->
                        new Problem(row.getInt("line"), row.getString("place"), Fault.valueOf(row.getString("fault"))))
                .list();
    }

    /** @return whether it was still open: of two at once, one ends it */
    boolean end(UUID id, ImportStatus status) {
        boolean ended = jdbc.sql("""
                update providers.worker_import set status = ?, decided_at = clock_timestamp()
                where id = ? and status = 'CHECKED'""").params(status.name(), id).update() == 1;
        if (ended)
            jdbc.sql("delete from providers.worker_import_row where import_id = ?")
                    .param(id)
                    .update();
        return ended;
    }

    private static Map<String, String> cells(String json) {
        Map<String, String> cells = new TreeMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(one -> cells.put(one.getKey(), one.getValue().asString()));
        return cells;
    }

    private static WorkerImport view(ResultSet row) throws SQLException {
        return new WorkerImport(
                row.getObject("id", UUID.class),
                row.getString("ref"),
                ImportStatus.valueOf(row.getString("status")),
                row.getString("sha256"),
                row.getInt("rows_new"),
                row.getInt("rows_changed"),
                row.getInt("rows_same"),
                row.getInt("rows_bad"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }
}
