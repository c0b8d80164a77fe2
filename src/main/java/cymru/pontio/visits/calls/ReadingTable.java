package cymru.pontio.visits.calls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What came of the calls, in place of what was thought before. */
@Component
class ReadingTable {
    private final JdbcTemplate jdbc;

    ReadingTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What reads as before stays as it was, so that one can tell since when it is thought so; PostgreSQL keeps the others. */
    void replace(List<CallDays.ReadDay> read) {
        Set<Said> fresh = new LinkedHashSet<>();
        for (CallDays.ReadDay one : read) for (Reading reading : one.readings()) fresh.add(said(one.day(), reading));
        List<Object[]> gone = new ArrayList<>();
        standing(read).forEach((id, said) -> {
            if (!fresh.remove(said)) gone.add(new Object[] {id});
        });
        jdbc.batchUpdate("delete from visits.reading where id = ?", gone);
        jdbc.batchUpdate("""
                insert into visits.reading (day, care_package_id, provider_id, placement_id, locality, person_key, call_line_id,
                    visit_id, second_visit_id, outcome, remarks, critical, essential, punctual, minutes_due, minutes,
                    workers_due, workers)
                select ?, p.care_package_id, p.provider_id, p.id, p.locality, p.person_key, cast(? as uuid), cast(? as bigint),
                    cast(? as bigint), ?, cast(? as text[]), ?, ?, cast(? as boolean), ?, ?, ?, ?
                from placements.report_placement p
                where p.care_package_id = ? and p.provider_id = ?
                order by p.accepted_at > cast(? as date) + interval '1 day', p.accepted_at desc limit 1""", fresh.stream().map(ReadingTable::row).toList());
    }

    /** What is said of a call or visit, to compare it with what was said before. */
    private record Said(
            CallDay day,
            @Nullable UUID line,
            @Nullable Long visit,
            @Nullable Long second,
            String outcome,
            List<String> remarks,
            boolean critical,
            boolean essential,
            @Nullable Boolean punctual,
            int minutesDue,
            int minutes,
            int workersDue,
            int workers) {}

    /** Of these days; and of others those of their visits, because one after midnight may have been of the day before or after. */
    private Map<Long, Said> standing(List<CallDays.ReadDay> read) {
        Map<Long, Said> standing = new LinkedHashMap<>();
        List<CallDay> days = read.stream().map(CallDays.ReadDay::day).toList();
        jdbc.query(
                """
                select r.* from unnest(cast(? as uuid[]), cast(? as uuid[]), cast(? as date[])) k (care_package_id, provider_id, day)
                join visits.reading r on r.care_package_id = k.care_package_id and r.provider_id = k.provider_id and r.day = k.day
                union
                select r.* from visits.reading r where r.visit_id = any (?)
                order by id""",
                row -> {
                    standing.put(row.getLong("id"), said(row));
                },
                days.stream().map(day -> day.carePackage().toString()).toArray(String[]::new),
                days.stream().map(day -> day.provider().toString()).toArray(String[]::new),
                days.stream().map(day -> day.day().toString()).toArray(String[]::new),
                read.stream()
                        .flatMap(one -> one.readings().stream())
                        .map(Reading::visit)
                        .filter(Objects::nonNull)
                        .mapToLong(ToldVisit::id)
                        .toArray());
        return standing;
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                new CallDay(
                        row.getObject("care_package_id", UUID.class),
                        row.getObject("provider_id", UUID.class),
                        row.getObject("day", LocalDate.class)),
                row.getObject("call_line_id", UUID.class),
                row.getObject("visit_id", Long.class),
                row.getObject("second_visit_id", Long.class),
                row.getString("outcome"),
                List.of((String[]) row.getArray("remarks").getArray()),
                row.getBoolean("critical"),
                row.getBoolean("essential"),
                row.getObject("punctual", Boolean.class),
                row.getInt("minutes_due"),
                row.getInt("minutes"),
                row.getInt("workers_due"),
                row.getInt("workers"));
    }

    private static Said said(CallDay day, Reading reading) {
        DueCall call = reading.call();
        ToldVisit visit = reading.visit();
        ToldVisit second = reading.second();
        return new Said(
                day,
                call == null ? null : call.line(),
                visit == null ? null : visit.id(),
                second == null ? null : second.id(),
                reading.outcome().name(),
                reading.remarks().stream().map(Enum::name).toList(),
                call != null && call.critical(),
                call != null && call.essential(),
                reading.punctual(),
                call == null ? 0 : call.minutes(),
                reading.minutes(),
                call == null ? 0 : call.workers(),
                reading.workers());
    }

    private static @Nullable Object[] row(Said said) {
        return new @Nullable Object[] {
            said.day().day(),
            said.line(),
            said.visit(),
            said.second(),
            said.outcome(),
            said.remarks().stream().collect(Collectors.joining(",", "{", "}")),
            said.critical(),
            said.essential(),
            said.punctual(),
            said.minutesDue(),
            said.minutes(),
            said.workersDue(),
            said.workers(),
            said.day().carePackage(),
            said.day().provider(),
            said.day().day()
        };
    }
}
