package cymru.pontio.visits.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    void replace(List<CallDays.ReadDay> read) {
        jdbc.batchUpdate(
                "delete from visits.reading where care_package_id = ? and provider_id = ? and day = ?",
                read.stream()
                        .map(one -> new Object[] {
                            one.day().carePackage(),
                            one.day().provider(),
                            one.day().day()
                        })
                        .toList());
        // A visit after midnight may have been one of the day before or after as that was read last.
        jdbc.update("delete from visits.reading where visit_id = any(?)", (Object) read.stream()
                .flatMap(one -> one.readings().stream())
                .map(Reading::visit)
                .filter(Objects::nonNull)
                .mapToLong(ToldVisit::id)
                .toArray());
        List<Object[]> rows = new ArrayList<>();
        for (CallDays.ReadDay one : read) for (Reading reading : one.readings()) rows.add(row(one.day(), reading));
        jdbc.batchUpdate("""
                insert into visits.reading (day, care_package_id, provider_id, placement_id, locality, person_key, call_line_id,
                    visit_id, second_visit_id, outcome, remarks, critical, essential, punctual, minutes_due, minutes,
                    workers_due, workers)
                select ?, p.care_package_id, p.provider_id, p.id, p.locality, p.person_key, cast(? as uuid), cast(? as bigint),
                    cast(? as bigint), ?, cast(? as text[]), ?, ?, cast(? as boolean), ?, ?, ?, ?
                from placements.report_placement p
                where p.care_package_id = ? and p.provider_id = ?
                order by p.accepted_at > cast(? as date) + interval '1 day', p.accepted_at desc limit 1""", rows);
    }

    private static @Nullable Object[] row(CallDay day, Reading reading) {
        DueCall call = reading.call();
        ToldVisit visit = reading.visit();
        ToldVisit second = reading.second();
        return new @Nullable Object[] {
            day.day(),
            call == null ? null : call.line(),
            visit == null ? null : visit.id(),
            second == null ? null : second.id(),
            reading.outcome().name(),
            reading.remarks().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}")),
            call != null && call.critical(),
            call != null && call.essential(),
            reading.punctual(),
            call == null ? 0 : call.minutes(),
            reading.minutes(),
            call == null ? 0 : call.workers(),
            reading.workers(),
            day.carePackage(),
            day.provider(),
            day.day()
        };
    }
}
