package cymru.pontio.placements.variations;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.FINANCE;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Median;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.WorkingTime;
import cymru.pontio.kernel.Zone;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long changes take: working days from the day after the request to the day they count, or to the agreement where that
 * came later. Those that took three or fewer are in time; decreases are shown apart. By the month of the request, agreed
 * changes only.
 */
@Service
class Turnaround {
    static final Role[] READERS = {TEAM_MANAGER, BROKER, COMMISSIONER, FINANCE};
    static final int IN_TIME = 3;
    private static final int MONTHS = 24;

    private final JdbcClient jdbc;
    private final Clock clock;

    Turnaround(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param days each change's working days */
    record Month(LocalDate month, boolean decreases, List<Integer> days) {
        public int number() {
            return days.size();
        }

        public long inTime() {
            return days.stream().filter(day -> day <= IN_TIME).count();
        }

        public BigDecimal median() {
            return Median.of(days);
        }

        public int longest() {
            return days.stream().mapToInt(Integer::intValue).max().orElse(0);
        }
    }

    private record Row(LocalDate requested, LocalDate effective, boolean decrease) {}

    /** Latest month first. */
    @Transactional(readOnly = true)
    public List<Month> months(Actor actor) {
        actor.must(READERS);
        LocalDate since = Zone.dayOf(clock.instant()).withDayOfMonth(1).minusMonths(MONTHS - 1);
        List<Row> rows = jdbc.sql("""
                select (v.requested_at at time zone 'Europe/London')::date as requested, v.effective_on as effective,
                    v.kinds && array['DECREASE', 'DOUBLE_UP_OFF'] and not v.kinds && array['INCREASE'] as decrease
                from placements.report_variation v
                where v.status = 'AGREED' and not v.kinds && array['END', 'TRANSFER']
                  and v.requested_at >= cast(:since as date) and (cast(:team as uuid) is null or v.team_id = :team)""")
                .param("since", since)
                .param("team", actor.is(TEAM_MANAGER) ? actor.team() : null)
                .query(Row.class)
                .list();
        Map<LocalDate, List<Integer>> up = new TreeMap<>();
        Map<LocalDate, List<Integer>> down = new TreeMap<>();
        for (Row row : rows)
            (row.decrease() ? down : up)
                    .computeIfAbsent(row.requested().withDayOfMonth(1), month -> new ArrayList<>())
                    .add(workingDays(row.requested(), row.effective()));
        List<Month> months = new ArrayList<>();
        up.forEach((month, days) -> months.add(new Month(month, false, List.copyOf(days))));
        down.forEach((month, days) -> months.add(new Month(month, true, List.copyOf(days))));
        months.sort((one, other) -> one.month().equals(other.month())
                ? Boolean.compare(one.decreases(), other.decreases())
                : other.month().compareTo(one.month()));
        return List.copyOf(months);
    }

    static int workingDays(LocalDate requested, LocalDate effective) {
        int days = 0;
        long all = Math.max(0, ChronoUnit.DAYS.between(requested, effective));
        for (long day = 1; day <= all; day++) if (WorkingTime.isWorkingDay(requested.plusDays(day))) days++;
        return days;
    }
}
