package cymru.pontio.providers.embargo;

import cymru.pontio.providers.Embargo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Embargoes as pages read them. */
@Component
class EmbargoTable {
    private static final String SELECT = """
            select e.id, e.ref, e.provider_id, p.ref as provider_ref, p.name, e.level, e.cause, e.reason, e.language,
                e.imposed_by, e.imposed_by_name, e.imposed_at, e.review_on, e.lift_asked_by, e.lift_asked_by_name,
                e.lift_asked_at, e.lift_reason, e.lifted_by, e.lifted_by_name, e.lifted_at
            from providers.embargo e join providers.provider p on p.id = e.provider_id\s""";

    private final JdbcClient jdbc;

    EmbargoTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<EmbargoView> view(EmbargoRef ref) {
        return jdbc.sql(SELECT + "where e.ref = ?")
                .param(ref.value())
                .query((row, n) -> view(row))
                .optional();
    }

    Optional<EmbargoView> inForce(UUID provider) {
        return jdbc.sql(SELECT + "where e.provider_id = ? and e.lifted_at is null")
                .param(provider)
                .query((row, n) -> view(row))
                .optional();
    }

    /** All of one provider, latest first. */
    List<EmbargoView> of(UUID provider) {
        return jdbc.sql(SELECT + "where e.provider_id = ? order by e.imposed_at desc, e.id desc")
                .param(provider)
                .query((row, n) -> view(row))
                .list();
    }

    List<EmbargoView> list(EmbargoFilter filter, int limit) {
        String which = filter.over() ? """
                where e.lifted_at is not null and (:after = '' or (e.imposed_at, e.id) <
                    (select l.imposed_at, l.id from providers.embargo l where l.ref = :after))
                order by e.imposed_at desc, e.id desc limit :limit""" : """
                where e.lifted_at is null and (:after = '' or (e.review_on, e.id) >
                    (select l.review_on, l.id from providers.embargo l where l.ref = :after))
                order by e.review_on, e.id limit :limit""";
        return jdbc.sql(SELECT + which)
                .param("after", filter.after())
                .param("limit", limit)
                .query((row, n) -> view(row))
                .list();
    }

    List<EmbargoView.Entry> entries(UUID embargo) {
        return jdbc.sql("""
                select event, at, by_name, level, review_on, note from providers.embargo_event
                where embargo_id = ? order by id""")
                .param(embargo)
                .query((row, n) -> new EmbargoView.Entry(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getString(3),
                        Embargo.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)))
                .list();
    }

    /** @return how many are due by this day, and how many wait for a second person other than this account */
    Waiting waiting(LocalDate today, UUID account) {
        return jdbc.sql("""
                select count(*) filter (where review_on <= :today) as due,
                    count(*) filter (where lift_asked_by is not null and lift_asked_by <> :account) as lifts
                from providers.embargo where lifted_at is null""")
                .param("today", today)
                .param("account", account)
                .query(Waiting.class)
                .single();
    }

    record Waiting(long due, long lifts) {}

    private static EmbargoView view(ResultSet row) throws SQLException {
        return new EmbargoView(
                row.getObject("id", UUID.class),
                new EmbargoRef(row.getString("ref")),
                new EmbargoView.Who(
                        row.getObject("provider_id", UUID.class), row.getString("provider_ref"), row.getString("name")),
                Embargo.valueOf(row.getString("level")),
                Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getString("language"),
                new EmbargoView.Deed(
                        row.getObject("imposed_by", UUID.class),
                        row.getString("imposed_by_name"),
                        row.getTimestamp("imposed_at").toInstant()),
                row.getObject("review_on", LocalDate.class),
                deed(row, "lift_asked"),
                row.getString("lift_reason"),
                deed(row, "lifted"));
    }

    private static EmbargoView.@Nullable Deed deed(ResultSet row, String verb) throws SQLException {
        Timestamp at = row.getTimestamp(verb + "_at");
        if (at == null) return null;
        return new EmbargoView.Deed(
                row.getObject(verb + "_by", UUID.class), row.getString(verb + "_by_name"), at.toInstant());
    }
}
