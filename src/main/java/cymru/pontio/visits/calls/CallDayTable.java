package cymru.pontio.visits.calls;

import cymru.pontio.carepackages.Band;
import cymru.pontio.kernel.Zone;
import cymru.pontio.visits.VisitStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which days wait to be read, which calls were due on them and what was told of them. */
@Component
class CallDayTable {
    private static final String DAYS =
            "unnest(cast(:packages as uuid[]), cast(:providers as uuid[]), cast(:days as date[])) as k (care_package_id, provider_id, day)";

    private final JdbcClient jdbc;

    CallDayTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes them off the list; back on it, if the transaction fails. One reads at a time, so that nobody writes the same day
     * twice at once.
     */
    List<CallDay> take(int most) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('visits.day_to_read', 0))")
                .query((row, n) -> n)
                .single();
        return jdbc.sql("""
                delete from visits.day_to_read where id in (select id from visits.day_to_read order by id limit ?)
                returning care_package_id as care_package, provider_id as provider, day""").param(most).query(CallDay.class).list().stream()
                .distinct()
                .toList();
    }

    /** Days whose time to be told is over, and those of yesterday on which something is due. */
    void expect(LocalDate today) {
        jdbc.sql("""
                insert into visits.day_to_read (care_package_id, provider_id, day)
                select distinct d.care_package_id, d.provider_id, k.day
                from placements.report_due_call d
                cross join lateral (
                    select (cast(:today as date) - n) as day from generate_series(1, (visits.tolerance_on(d.provider_id, :today)).report_days + 1) n) k
                where (d.from_on is null or d.from_on <= k.day) and (d.until_on is null or d.until_on > k.day)
                    and position(extract(isodow from k.day)::text in d.days) > 0
                order by 1, 2, 3""").param("today", today).update();
    }

    /** Those of these days, and of the days before them, on which a call was due that may begin after midnight. */
    Set<CallDay> nights(Collection<CallDay> days) {
        Set<CallDay> nights = new HashSet<>();
        given("""
                select distinct d.care_package_id, d.provider_id, n.day::date as day
                from $days
                join placements.report_due_call d on d.care_package_id = k.care_package_id and d.provider_id = k.provider_id
                    and d.band = 'NIGHT' and coalesce(d.window_to, carepackages.band_end('NIGHT')) <= '06:00'
                cross join lateral (values (k.day - 1), (k.day)) n (day)
                where (d.from_on is null or d.from_on <= n.day) and (d.until_on is null or d.until_on > n.day)
                    and position(extract(isodow from n.day)::text in d.days) > 0""", days).query(row -> {
            nights.add(day(row));
        });
        return nights;
    }

    /** What was due on these days has become another: those up to today are read once more. */
    void again(UUID carePackage, LocalDate first, LocalDate today) {
        jdbc.sql("""
                insert into visits.day_to_read (care_package_id, provider_id, day)
                select r.care_package_id, r.provider_id, r.day from visits.reading r
                where r.care_package_id = :package and r.day >= :first
                union
                select v.care_package_id, v.provider_id, v.visit_date from visits.visit v
                where v.care_package_id = :package and v.visit_date between :first and :today and v.superseded_at is null
                union
                select d.care_package_id, d.provider_id, k.day::date
                from placements.report_due_call d
                cross join lateral generate_series(greatest(d.from_on, cast(:first as date)), least(d.until_on - 1, cast(:today as date)),
                    interval '1 day') k (day)
                where d.care_package_id = :package and position(extract(isodow from k.day)::text in d.days) > 0
                order by 1, 2, 3""")
                .param("package", carePackage)
                .param("first", first)
                .param("today", today)
                .update();
    }

    Map<CallDay, List<DueCall>> due(Collection<CallDay> days) {
        Map<CallDay, List<DueCall>> due = new HashMap<>();
        given("""
                select k.care_package_id, k.provider_id, k.day, d.call_line_id, d.band, d.window_from, d.window_to, d.minutes,
                    d.workers, d.time_critical, d.tier, d.suspended
                from $days
                join lateral placements.report_calls_on(k.day, k.day) d
                    on d.care_package_id = k.care_package_id and d.provider_id = k.provider_id
                order by d.call_line_id""", days).query(row -> {
            due.computeIfAbsent(day(row), day -> new ArrayList<>()).add(call(row));
        });
        return due;
    }

    Map<CallDay, List<ToldVisit>> told(Collection<CallDay> days) {
        Map<CallDay, List<ToldVisit>> told = new HashMap<>();
        given("""
                select k.care_package_id, k.provider_id, k.day, v.id, v.provider_visit_id, v.status, v.planned_start,
                    v.actual_start, v.actual_end, v.workers, v.reason <> '' as reason_given
                from $days
                join visits.visit v on v.care_package_id = k.care_package_id and v.provider_id = k.provider_id
                    and v.visit_date = k.day and v.superseded_at is null
                where v.visit_date between :first and :last
                order by v.id""", days).query(row -> {
            told.computeIfAbsent(day(row), day -> new ArrayList<>()).add(visit(row));
        });
        return told;
    }

    /** Visits whose worker was with somebody else at the same time. */
    Set<Long> elsewhere(Collection<CallDay> days) {
        return new HashSet<>(given("""
                with own as materialized (select distinct k.provider_id, k.day from $days),
                came as materialized (
                    select v.id, v.provider_id, v.visit_date, v.worker_id, v.person_id, v.actual_start, v.actual_end
                    from own join visits.visit v on v.provider_id = own.provider_id and v.visit_date = own.day
                    where v.visit_date between :first and :last and v.worker_id <> '' and v.superseded_at is null
                        and v.status in ('DELIVERED', 'UNPLANNED'))
                select distinct a.id
                from came a join came b using (provider_id, visit_date, worker_id)
                where b.person_id <> a.person_id and b.actual_start < a.actual_end and a.actual_start < b.actual_end""", days).query(Long.class).list());
    }

    Map<CallDay, Tolerances> tolerances(Collection<CallDay> days) {
        Map<CallDay, Tolerances> tolerances = new HashMap<>();
        given("""
                select k.care_package_id, k.provider_id, k.day, t.critical_minutes, t.short_percent, t.long_minutes,
                    t.reach_minutes, t.report_days
                from $days cross join lateral visits.tolerance_on(k.provider_id, k.day) t
                where t.id is not null""", days).query(row -> {
            tolerances.put(
                    day(row),
                    new Tolerances(
                            row.getInt("critical_minutes"),
                            row.getInt("short_percent"),
                            row.getInt("long_minutes"),
                            row.getInt("reach_minutes"),
                            row.getInt("report_days")));
        });
        return tolerances;
    }

    private JdbcClient.StatementSpec given(String sql, Collection<CallDay> days) {
        return jdbc.sql(sql.replace("$days", DAYS))
                .param(
                        "packages",
                        days.stream().map(day -> day.carePackage().toString()).toArray(String[]::new))
                .param(
                        "providers",
                        days.stream().map(day -> day.provider().toString()).toArray(String[]::new))
                .param("days", days.stream().map(day -> day.day().toString()).toArray(String[]::new))
                .param(
                        "first",
                        days.stream()
                                .map(CallDay::day)
                                .min(LocalDate::compareTo)
                                .orElseThrow())
                .param(
                        "last",
                        days.stream()
                                .map(CallDay::day)
                                .max(LocalDate::compareTo)
                                .orElseThrow());
    }

    private static CallDay day(ResultSet row) throws SQLException {
        return new CallDay(
                row.getObject("care_package_id", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getObject("day", LocalDate.class));
    }

    private static DueCall call(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        Band band = Band.valueOf(row.getString("band"));
        LocalTime agreedFrom = row.getObject("window_from", LocalTime.class);
        LocalTime agreedUntil = row.getObject("window_to", LocalTime.class);
        LocalTime from = agreedFrom == null ? band.from() : agreedFrom;
        LocalTime until = agreedUntil == null ? band.until() : agreedUntil;
        return new DueCall(
                row.getObject("call_line_id", UUID.class),
                at(band.at(day, from)),
                at(band.at(day, until)),
                row.getInt("minutes"),
                row.getInt("workers"),
                row.getBoolean("time_critical"),
                !row.getString("tier").equals("FLEXIBLE"),
                row.getBoolean("suspended"));
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(Zone.LONDON).toInstant();
    }

    private static ToldVisit visit(ResultSet row) throws SQLException {
        return new ToldVisit(
                row.getLong("id"),
                row.getString("provider_visit_id"),
                VisitStatus.valueOf(row.getString("status")),
                instant(row, "planned_start"),
                instant(row, "actual_start"),
                instant(row, "actual_end"),
                row.getInt("workers"),
                row.getBoolean("reason_given"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
