package cymru.pontio.visits;

import cymru.pontio.kernel.RuleBroken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of visits, paged by key, and their sums. Who may ask for which is decided by the doors. */
@Component
class VisitQuery {
    static final int PAGE = 50;
    static final int MOST_IN_FILE = 100_000;

    /** Recorded, though the person was away or had died: shown, and taken from nobody unseen. Asked once for each package. */
    private static final String WITH_NOT_DUE = """
            , away as materialized (
                select n.* from (select distinct care_package_id from line) l
                cross join lateral (select * from carepackages.report_not_due n where n.care_package_id = l.care_package_id) n
            ), not_due as (
                select v.id, min(n.why) as not_due
                from line v join away n on n.care_package_id = v.care_package_id and v.actual_start > n.from_at
                    and (n.until_at is null or v.actual_start < n.until_at)
                where v.status in ('DELIVERED', 'UNPLANNED')
                group by v.id
            )
            select v.*, n.not_due from line v left join not_due n on n.id = v.id order by v.visit_date desc, v.id desc""";

    private final JdbcClient jdbc;

    VisitQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose visits: one of the two is always there. */
    record Scope(@Nullable UUID provider, @Nullable UUID carePackage) {
        private String where() {
            String where = provider == null ? "" : "v.provider_id = :provider and ";
            return carePackage == null ? where : where + "v.care_package_id = :package and ";
        }
    }

    List<VisitLine> lines(Scope scope, VisitFilter filter, int most) {
        VisitFilter.Key after = filter.after();
        String sql = "with line as materialized (select v.* from visits.visit v where " + scope.where()
                + within(filter)
                + (after == null ? "" : " and (v.visit_date, v.id) < (:day, :id)")
                + " order by v.visit_date desc, v.id desc limit :most)" + WITH_NOT_DUE;
        return given(sql, scope, filter)
                .param("day", after == null ? null : after.date())
                .param("id", after == null ? null : after.id())
                .param("most", most)
                .query((row, n) -> line(row))
                .list();
    }

    /** Before so many are read and their days away are looked up: that takes seconds. */
    void mustFit(Scope scope, VisitFilter filter, int most) {
        if (most > PAGE && beyond(scope, filter, most)) throw tooMany();
    }

    static RuleBroken tooMany() {
        return new RuleBroken("visits.error.tooManyForFile", MOST_IN_FILE);
    }

    boolean beyond(Scope scope, VisitFilter filter, int most) {
        String sql = "select exists (select 1 from visits.visit v where " + scope.where() + within(filter)
                + " offset :most)";
        return given(sql, scope, filter)
                .param("most", most)
                .query(Boolean.class)
                .single();
    }

    /** Of what was delivered; the status asked for does not matter. */
    VisitSums sums(Scope scope, VisitFilter filter) {
        String sql =
                "select coalesce(sum(v.user_minutes), 0), coalesce(sum(v.carer_minutes), 0), count(*) from visits.visit v where "
                        + scope.where()
                        + "v.visit_date between :from and :to and v.superseded_at is null and v.status in ('DELIVERED', 'UNPLANNED')";
        return given(sql, scope, filter)
                .query((row, n) -> new VisitSums(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    Optional<VisitLine> standing(UUID provider, String visitId) {
        return jdbc.sql(
                        "select v.*, null as not_due from visits.standing s join visits.visit v on v.id = s.visit_id and v.visit_date = s.visit_date where s.provider_id = ? and s.provider_visit_id = ?")
                .params(provider, visitId)
                .query((row, n) -> line(row))
                .optional();
    }

    private static String within(VisitFilter filter) {
        return "v.visit_date between :from and :to"
                + (filter.versions() ? "" : " and v.superseded_at is null")
                + (filter.status() == null ? "" : " and v.status = :status");
    }

    private JdbcClient.StatementSpec given(String sql, Scope scope, VisitFilter filter) {
        VisitStatus status = filter.status();
        return jdbc.sql(sql)
                .param("provider", scope.provider())
                .param("package", scope.carePackage())
                .param("from", filter.from())
                .param("to", filter.to())
                .param("status", status == null ? null : status.name());
    }

    private static VisitLine line(ResultSet row) throws SQLException {
        return new VisitLine(
                row.getLong("id"),
                row.getObject("care_package_id", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getString("provider_visit_id"),
                row.getObject("visit_date", LocalDate.class),
                instant(row, "planned_start"),
                instant(row, "planned_end"),
                instant(row, "actual_start"),
                instant(row, "actual_end"),
                row.getInt("workers"),
                VisitStatus.valueOf(row.getString("status")),
                row.getString("worker_id"),
                row.getString("reason"),
                row.getInt("user_minutes"),
                row.getInt("carer_minutes"),
                row.getTimestamp("recorded_at").toInstant(),
                instant(row, "superseded_at"),
                row.getString("not_due"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
