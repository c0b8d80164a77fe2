package cymru.pontio.providers.register;

import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.register.RegisterImportView.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Register files that were read: what they would change, what is wrong with them, what became of them. */
@Component
class ImportStore {
    private static final int BATCH = 500;
    private static final String SELECT = """
            select i.*, s.version > i.based_on as overtaken
            from providers.register_import i join providers.register_state s on s.regulator = i.regulator\s""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    boolean taken(RegisterImportRef ref) {
        return jdbc.sql("select exists (select from providers.register_import where ref = ?)")
                .param(ref.value())
                .query(Boolean.class)
                .single();
    }

    /** @param basedOn version of the register it was compared with */
    record Checked(UUID id, RegisterImportRef ref, String sha256, long basedOn, Instant at) {}

    void add(Checked checked, ReadRegister file, Difference difference, Actor by) {
        jdbc.sql("""
                insert into providers.register_import (id, ref, regulator, status, sha256, based_on, whole, fresh, changed,
                    vanished, back, responsible, same, bad, left_out, uploaded_by, uploaded_name, uploaded_at)
                values (:id, :ref, :regulator, :status, :sha256, :basedOn, :whole, :fresh, :changed, :vanished, :back,
                    :responsible, :same, :bad, :leftOut, :by, :name, :at)""")
                .param("id", checked.id())
                .param("ref", checked.ref().value())
                .param("regulator", file.regulator().name())
                .param("status", (difference.isNothing() ? Status.NOTHING : Status.CHECKED).name())
                .param("sha256", checked.sha256())
                .param("basedOn", checked.basedOn())
                .param("whole", file.whole())
                .param("fresh", difference.services(Difference.Kind.NEW))
                .param("changed", difference.services(Difference.Kind.CHANGED))
                .param("vanished", difference.services(Difference.Kind.VANISHED))
                .param("back", difference.services(Difference.Kind.BACK))
                .param("responsible", difference.responsible())
                .param("same", difference.same())
                .param("bad", file.bad())
                .param("leftOut", file.leftOut())
                .param("by", by.userId())
                .param("name", by.name())
                .param("at", Timestamp.from(checked.at()))
                .update();
        changes(checked.id(), difference);
        staged(checked.id(), difference);
        problems(checked.id(), file.problems());
    }

    Optional<RegisterImportView> find(RegisterImportRef ref) {
        return jdbc.sql(SELECT + "where i.ref = ?")
                .param(ref.value())
                .query((row, n) -> view(row))
                .optional();
    }

    /** Nobody else decides about it until this transaction is over. */
    void hold(UUID id) {
        jdbc.sql("select id from providers.register_import where id = ? for update")
                .param(id)
                .query(UUID.class)
                .single();
    }

    List<RegisterImportView> list(String after, int limit) {
        return jdbc.sql(SELECT + """
                where :after = '' or (i.uploaded_at, i.id) <
                    (select l.uploaded_at, l.id from providers.register_import l where l.ref = :after)
                order by i.uploaded_at desc, i.id desc limit :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> view(row))
                .list();
    }

    void decide(UUID id, Status status, Actor by, Instant at) {
        jdbc.sql("""
                update providers.register_import set status = ?, decided_by = ?, decided_name = ?, decided_at = ?
                where id = ?""")
                .params(status.name(), by.userId(), by.name(), Timestamp.from(at), id)
                .update();
        jdbc.sql("delete from providers.register_staged where import_id = ?")
                .param(id)
                .update();
    }

    List<ServiceEntry> staged(UUID id) {
        return jdbc.sql(
                        "select registration, fields, contents from providers.register_staged where import_id = ? order by registration")
                .param(id)
                .query((row, n) -> entry(row))
                .list();
    }

    /** @param kind only these, or all */
    List<ChangeView> changes(UUID id, @Nullable String kind, int most) {
        return jdbc.sql("""
                select registration, name, kind, field, was, now from providers.register_change
                where import_id = :id and (cast(:kind as text) is null or kind = :kind) order by kind, id limit :most""")
                .param("id", id)
                .param("kind", kind)
                .param("most", most)
                .query(ChangeView.class)
                .list();
    }

    List<RowProblem> problems(UUID id, int most) {
        return jdbc.sql("""
                select line, registration, heading, fault from providers.register_problem
                where import_id = ? order by line, id limit ?""").params(id, most).query(RowProblem.class).list();
    }

    private void changes(UUID id, Difference difference) {
        batches.batchUpdate(
                "insert into providers.register_change (import_id, registration, name, kind, field, was, now) values (?, ?, ?, ?, ?, ?, ?)",
                difference.changes(),
                BATCH,
                (row, one) -> {
                    row.setObject(1, id);
                    row.setString(2, one.registration());
                    row.setString(3, one.name());
                    row.setString(4, one.kind().name());
                    row.setString(5, one.column().name());
                    row.setString(6, one.was());
                    row.setString(7, one.now());
                });
    }

    private void staged(UUID id, Difference difference) {
        batches.batchUpdate(
                "insert into providers.register_staged (import_id, registration, fields, contents) values (?, ?, ?, ?)",
                difference.after(),
                BATCH,
                (row, one) -> {
                    List<Column> columns =
                            one.values().keySet().stream().sorted().toList();
                    var connection = row.getConnection();
                    row.setObject(1, id);
                    row.setString(2, one.registration());
                    row.setArray(
                            3,
                            connection.createArrayOf(
                                    "text", columns.stream().map(Column::name).toArray()));
                    row.setArray(
                            4,
                            connection.createArrayOf(
                                    "text", columns.stream().map(one::get).toArray()));
                });
    }

    private void problems(UUID id, List<RowProblem> problems) {
        batches.batchUpdate(
                "insert into providers.register_problem (import_id, line, registration, heading, fault) values (?, ?, ?, ?, ?)",
                problems,
                BATCH,
                (row, one) -> {
                    row.setObject(1, id);
                    row.setLong(2, one.line());
                    row.setString(3, one.registration());
                    row.setString(4, one.heading());
                    row.setString(5, one.fault());
                });
    }

    private static ServiceEntry entry(ResultSet row) throws SQLException {
        String[] fields = (String[]) row.getArray("fields").getArray();
        String[] contents = (String[]) row.getArray("contents").getArray();
        java.util.Map<Column, String> values = new java.util.EnumMap<>(Column.class);
        for (int i = 0; i < fields.length; i++) values.put(Column.valueOf(fields[i]), contents[i]);
        return new ServiceEntry(row.getString("registration"), values);
    }

    private static RegisterImportView view(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new RegisterImportView(
                row.getObject("id", UUID.class),
                new RegisterImportRef(row.getString("ref")),
                Regulator.valueOf(row.getString("regulator")),
                Status.valueOf(row.getString("status")),
                row.getString("sha256"),
                row.getLong("based_on"),
                row.getBoolean("overtaken"),
                new RegisterImportView.Counts(
                        row.getInt("fresh"),
                        row.getInt("changed"),
                        row.getInt("vanished"),
                        row.getInt("back"),
                        row.getInt("responsible"),
                        row.getInt("same"),
                        row.getInt("bad"),
                        row.getInt("left_out"),
                        row.getBoolean("whole")),
                new RegisterImportView.Deed(
                        row.getString("uploaded_name"),
                        row.getTimestamp("uploaded_at").toInstant()),
                decided == null
                        ? null
                        : new RegisterImportView.Deed(row.getString("decided_name"), decided.toInstant()));
    }
}
