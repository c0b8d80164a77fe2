package cymru.pontio.carepackages;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.FINANCE;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was waiting at the end of any day, derived from what happened. Counts are for all; rows for those concerned. */
@Service
class WaitingList {
    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param known only what had been recorded by then; none for what is known now
     * @param locality code of an area, or nothing for all
     * @param status or nothing for all
     */
    record Question(LocalDate on, @Nullable Instant known, String locality, String status) {}

    /** @param rows those the reader may see one by one, longest wait first */
    record Answer(WaitingFigures figures, List<WaitingRow> rows, boolean rowsForReader) {}

    @Transactional(readOnly = true)
    public Answer ask(Actor actor, Question question) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER, INHOUSE_COORDINATOR, FINANCE);
        List<WaitingRow> all = rows(question);
        boolean every = actor.isAny(BROKER, COMMISSIONER);
        boolean some = every || actor.isAny(SOCIAL_WORKER, TEAM_MANAGER);
        List<WaitingRow> shown = all.stream()
                .filter(row -> every || PackageShelf.ownTeam(actor, row.team()))
                .toList();
        return new Answer(WaitingFigures.of(all), shown, some);
    }

    Instant now() {
        return clock.instant();
    }

    private List<WaitingRow> rows(Question question) {
        Instant now = clock.instant();
        Instant end = Zone.startOf(question.on().plusDays(1)).minusNanos(1000);
        Instant at = end.isBefore(now) ? end : now;
        Instant known = question.known() == null ? now.plusSeconds(60) : question.known();
        return jdbc.sql("""
                select w.package_ref, c.team_id, l.name_en, l.name_cy, w.status, w.user_minutes_week, w.carer_minutes_week,
                    w.waiting_since, w.days_gross, w.days_net
                from carepackages.report_waiting(:at, :known) w
                join carepackages.care_package c on c.id = w.care_package_id
                join areas.report_locality l on l.code = w.locality
                where (:locality = '' or w.locality = :locality) and (:status = '' or w.status = :status)
                order by w.days_gross desc, w.package_ref""")
                .param("at", Timestamp.from(at))
                .param("known", Timestamp.from(known))
                .param("locality", question.locality())
                .param("status", question.status())
                .query((row, n) -> row(row))
                .list();
    }

    private static WaitingRow row(ResultSet row) throws SQLException {
        return new WaitingRow(
                row.getString("package_ref"),
                row.getObject("team_id", UUID.class),
                row.getString("name_en"),
                row.getString("name_cy"),
                WaitingStatus.valueOf(row.getString("status")),
                row.getInt("user_minutes_week"),
                row.getInt("carer_minutes_week"),
                row.getObject("waiting_since", LocalDate.class),
                row.getInt("days_gross"),
                row.getInt("days_net"));
    }
}
