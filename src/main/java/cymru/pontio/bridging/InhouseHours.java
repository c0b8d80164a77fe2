package cymru.pontio.bridging;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The hours of the council's own team, week by week: declared, promised, given. A week that is bridged in part counts by its
 * days, a seventh of the hours for each.
 */
@Component
class InhouseHours {
    private final JdbcClient jdbc;

    InhouseHours(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static LocalDate mondayOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Call within a transaction: the declared weeks it needs stay locked to its end. */
    Optional<Obstacle> takeOrSay(int carerMinutes, Acceptance terms, LocalDate today) {
        LocalDate first = mondayOf(terms.start());
        lock(first, terms.expectedEnd());
        List<InhouseWeek> weeks = weeks(first, terms.expectedEnd(), today);
        if (!weeks.getFirst().declared())
            return Optional.of(new Obstacle(Obstacle.Kind.NOT_DECLARED, first, 0, carerMinutes));
        return weeks.stream()
                .filter(InhouseWeek::declared)
                .flatMap(week -> week
                        .obstacle(
                                terms.ofWeek(week.monday(), carerMinutes),
                                terms.ofWeek(week.monday(), terms.displacedMinutes()))
                        .stream())
                .findFirst();
    }

    /** The weeks that have a day between the two, declared or not; what outlasts its expected end lasts for all of this week. */
    List<InhouseWeek> weeks(LocalDate from, LocalDate until, LocalDate today) {
        return jdbc.sql("""
                select w.monday, i.available_minutes, i.enablement_minutes,
                    coalesce(e.carer, 0) as planned, coalesce(e.displaced, 0) as displaced,
                    coalesce(a.carer, 0) as given, coalesce(a.displaced, 0) as given_displaced
                from (select d::date as monday from generate_series(cast(:from as date), cast(:until as date), interval '7 days') d) w
                left join bridging.inhouse_week i on i.monday = w.monday
                left join lateral (
                    select sum((e.carer_minutes_week * d.days + 3) / 7) as carer, sum((e.displaced_minutes_week * d.days + 3) / 7) as displaced
                    from bridging.episode e
                        cross join lateral (select case when e.status = 'ENDED' then e.ended_on
                            when e.expected_end >= :today then e.expected_end else date_trunc('week', cast(:today as date))::date + 6 end as last) l
                        cross join lateral (select least(l.last, w.monday + 6) - greatest(e.started_on, w.monday) + 1 as days) d
                    where (e.status = 'ACTIVE' or e.status = 'ENDED' and bridging.begun(e.started_on, e.ended_at))
                        and e.started_on < w.monday + 7 and l.last >= w.monday) e on true
                left join lateral (
                    select sum(a.carer_minutes) as carer, sum(a.enablement_minutes_displaced) as displaced
                    from bridging.actual a
                    where a.superseded_at is null and a.day >= w.monday and a.day < w.monday + 7) a on true
                order by w.monday""")
                .param("from", mondayOf(from))
                .param("until", until)
                .param("today", today)
                .query((row, n) -> new InhouseWeek(
                        row.getObject("monday", LocalDate.class),
                        row.getObject("available_minutes", Integer.class),
                        row.getInt("enablement_minutes"),
                        row.getInt("planned"),
                        row.getInt("displaced"),
                        row.getInt("given"),
                        row.getInt("given_displaced")))
                .list();
    }

    private void lock(LocalDate first, LocalDate last) {
        jdbc.sql("select monday from bridging.inhouse_week where monday between ? and ? order by monday for update")
                .params(first, last)
                .query(LocalDate.class)
                .list();
    }
}
