package cymru.pontio.areas;

import cymru.pontio.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of patches, their communities, codes and changes. */
@Repository
class PatchRows {
    private final JdbcClient jdbc;

    PatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param retiredAt absent while it is used */
    record Named(Locality locality, @Nullable Instant retiredAt, String centre) {}

    record Move(Community community, Locality earlier, Locality later) {}

    /** @param kind ADDED, CHANGED or RETIRED */
    record Change(
            long id,
            String locality,
            String kind,
            @Nullable String namesBefore,
            @Nullable String namesAfter,
            @Nullable String codesBefore,
            @Nullable String codesAfter,
            @Nullable String centreBefore,
            @Nullable String centreAfter,
            String reason,
            String by,
            Instant at,
            List<Move> moves) {}

    /** One commissioner at a time; reads and new work in the patches go on. */
    void hold() {
        jdbc.sql("select code from areas.locality order by code for no key update")
                .query(String.class)
                .list();
    }

    List<Named> patches() {
        return jdbc.sql("select code, name_en, name_cy, retired_at, concat_ws(' ', centre_east_km, centre_north_km)"
                        + " from areas.locality order by name_en, code")
                .query((row, n) -> new Named(locality(row, 1), instant(row, 4), row.getString(5)))
                .list();
    }

    List<Community> communities() {
        return jdbc.sql("select code, name_en, name_cy, locality from areas.community order by name_en, code")
                .query((row, n) ->
                        new Community(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    Map<String, List<OutwardCode>> codes() {
        record Placed(String locality, OutwardCode code) {}
        return jdbc
                .sql("select locality, code, partly from areas.outward_code order by code")
                .query((row, n) -> new Placed(row.getString(1), new OutwardCode(row.getString(2), row.getBoolean(3))))
                .stream()
                .collect(
                        Collectors.groupingBy(Placed::locality, Collectors.mapping(Placed::code, Collectors.toList())));
    }

    void add(String code, String nameEn, String nameCy) {
        jdbc.sql("insert into areas.locality (code, name_en, name_cy) values (?, ?, ?)")
                .params(code, nameEn, nameCy)
                .update();
    }

    void rename(String code, String nameEn, String nameCy) {
        jdbc.sql("update areas.locality set name_en = ?, name_cy = ? where code = ?")
                .params(nameEn, nameCy, code)
                .update();
    }

    void centre(String code, String centre) {
        jdbc.sql("""
                update areas.locality set centre_east_km = nullif(split_part(:centre, ' ', 1), '')::int,
                    centre_north_km = nullif(split_part(:centre, ' ', 2), '')::int
                where code = :code""").param("centre", centre).param("code", code).update();
    }

    void retire(Actor by, String code) {
        jdbc.sql("update areas.locality set retired_at = clock_timestamp(), retired_by = ? where code = ?")
                .params(by.userId(), code)
                .update();
    }

    void code(String locality, List<OutwardCode> codes) {
        jdbc.sql("delete from areas.outward_code where locality = ?")
                .param(locality)
                .update();
        for (OutwardCode one : codes)
            jdbc.sql("insert into areas.outward_code (code, locality, partly) values (?, ?, ?)")
                    .params(one.code(), locality, one.partly())
                    .update();
    }

    void move(long change, Community community, String later) {
        jdbc.sql("insert into areas.community_move (change_id, community, earlier, later) values (?, ?, ?, ?)")
                .params(change, community.code(), community.locality(), later)
                .update();
        jdbc.sql("update areas.community set locality = ? where code = ?")
                .params(later, community.code())
                .update();
    }

    /** Pairs of before and after are absent where nothing changed. */
    long note(
            Actor by,
            String locality,
            String kind,
            @Nullable String[] names,
            @Nullable String[] codes,
            @Nullable String[] centre,
            String reason) {
        return jdbc.sql("""
                insert into areas.patch_change (locality, kind, names_before, names_after, codes_before, codes_after,
                    centre_before, centre_after, reason, by_account, by_name, at)
                values (:locality, :kind, :namesBefore, :namesAfter, :codesBefore, :codesAfter, :centreBefore, :centreAfter, :reason, :by, :name,
                    clock_timestamp()) returning id""")
                .param("locality", locality)
                .param("kind", kind)
                .param("namesBefore", names[0])
                .param("namesAfter", names[1])
                .param("codesBefore", codes[0])
                .param("codesAfter", codes[1])
                .param("centreBefore", centre[0])
                .param("centreAfter", centre[1])
                .param("reason", reason)
                .param("by", by.userId())
                .param("name", by.name())
                .query(Long.class)
                .single();
    }

    /** The number of the latest change of any patch: they are parts of one whole. */
    long latest() {
        return jdbc.sql("select coalesce(max(id), 0) from areas.patch_change")
                .query(Long.class)
                .single();
    }

    Optional<Change> last() {
        return changes("where c.id = (select max(id) from areas.patch_change) and :locality = ''", "").stream()
                .findFirst();
    }

    /** Of this patch, or that moved something to or from it; the latest first. */
    List<Change> changes(String locality) {
        return changes(
                "where c.locality = :locality or exists (select from areas.community_move m where m.change_id = c.id"
                        + " and :locality in (m.earlier, m.later))",
                locality);
    }

    private List<Change> changes(String where, String locality) {
        return jdbc.sql("select c.* from areas.patch_change c " + where + " order by c.id desc limit 50")
                .param("locality", locality)
                .query((row, n) -> new Change(
                        row.getLong("id"),
                        row.getString("locality"),
                        row.getString("kind"),
                        row.getString("names_before"),
                        row.getString("names_after"),
                        row.getString("codes_before"),
                        row.getString("codes_after"),
                        row.getString("centre_before"),
                        row.getString("centre_after"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant(),
                        moves(row.getLong("id"))))
                .list();
    }

    private List<Move> moves(long change) {
        return jdbc.sql("""
                select c.code, c.name_en, c.name_cy, c.locality, e.code, e.name_en, e.name_cy, l.code, l.name_en, l.name_cy
                from areas.community_move m
                join areas.community c on c.code = m.community
                join areas.locality e on e.code = m.earlier
                join areas.locality l on l.code = m.later
                where m.change_id = ? order by c.name_en""")
                .param(change)
                .query((row, n) -> new Move(
                        new Community(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        locality(row, 5),
                        locality(row, 8)))
                .list();
    }

    private static Locality locality(ResultSet row, int first) throws SQLException {
        return new Locality(row.getString(first), row.getString(first + 1), row.getString(first + 2));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column) == null
                ? null
                : row.getTimestamp(column).toInstant();
    }
}
