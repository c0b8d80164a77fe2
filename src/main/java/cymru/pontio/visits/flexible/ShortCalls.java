package cymru.pontio.visits.flexible;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.ShortReason;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls under thirty minutes: Regulation and Inspection of Social Care (Wales) Act 2016, section 8. Each has a lawful reason,
 * and a worker who comes to the person for the first time stays for thirty minutes or more.
 */
@Service
public class ShortCalls {
    static final Role[] READERS = {TEAM_MANAGER, BROKER, COMMISSIONER};
    static final int PAGE = 100;
    private static final int FILE = 100_000;
    private static final int MONTHS = 12;
    private static final int DAYS = 28;

    private final JdbcClient jdbc;
    private final Clock clock;

    ShortCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param visits a week */
    record Line(
            UUID call,
            String packageRef,
            String provider,
            String days,
            Band band,
            int minutes,
            ShortReason reason,
            int visits) {}

    /** @param next the call after which the next page begins */
    record Page(List<Line> lines, @Nullable UUID next) {}

    /** Calls under thirty minutes on the last day of a month, or today: visits a week, apart by their reason. */
    record Month(LocalDate on, int check, int tasks) {
        public int all() {
            return check + tasks;
        }
    }

    /** A first visit of a worker to the person that was planned for less than thirty minutes, or answered a call of less. */
    record NewWorker(String packageRef, String provider, Instant planned, int minutes) {}

    /** All that are owed today, by package. */
    @Transactional(readOnly = true)
    public Page page(Actor actor, @Nullable UUID after) {
        List<Line> lines = lines(actor, after, PAGE + 1);
        if (lines.size() <= PAGE) return new Page(lines, null);
        List<Line> shown = lines.subList(0, PAGE);
        return new Page(shown, shown.getLast().call());
    }

    @Transactional(readOnly = true)
    public List<Line> all(Actor actor) {
        return lines(actor, null, FILE);
    }

    /** The last twelve months, oldest first; a package in which nobody cares yet counts nothing. */
    @Transactional(readOnly = true)
    public List<Month> months(Actor actor) {
        actor.must(READERS);
        LocalDate first = today().withDayOfMonth(1).minusMonths(MONTHS - 1);
        return jdbc.sql("""
                select m.day as "on",
                    coalesce(sum(length(c.days)) filter (where c.short_reason = 'CHECK'), 0)::int as "check",
                    coalesce(sum(length(c.days)) filter (where c.short_reason = 'TASKS'), 0)::int as tasks
                from (select least((d + interval '1 month' - interval '1 day')::date, cast(:today as date)) as day
                    from generate_series(cast(:first as date), cast(:today as date), interval '1 month') d) m
                left join placements.report_due_call c on c.minutes < 30 and c.from_on <= m.day
                    and (c.until_on is null or c.until_on > m.day)
                    and (cast(:team as uuid) is null or c.care_package_id in
                        (select k.id from carepackages.care_package k where k.team_id = :team))
                group by m.day order by m.day""")
                .param("first", first)
                .param("today", today())
                .param("team", team(actor))
                .query(Month.class)
                .list();
    }

    /** Of the last four weeks, latest first. */
    @Transactional(readOnly = true)
    public List<NewWorker> newWorkers(Actor actor) {
        actor.must(READERS);
        LocalDate since = today().minusDays(DAYS);
        return jdbc.sql("""
                select p.package_ref, r.name as provider, coalesce(v.planned_start, v.actual_start) as planned_start, l.minutes
                from visits.visit v
                left join visits.reading c on c.visit_id = v.id and c.call_line_id is not null
                cross join lateral (
                    select coalesce((extract(epoch from v.planned_end - v.planned_start) / 60)::int, c.minutes_due) as minutes) l
                join placements.placement p on p.id = v.placement_id
                join providers.report_provider r on r.id = v.provider_id
                where v.superseded_at is null and v.visit_date >= :since and v.status in ('DELIVERED', 'UNPLANNED')
                  and v.worker_id <> '' and l.minutes < 30
                  and (cast(:team as uuid) is null or v.care_package_id in
                        (select k.id from carepackages.care_package k where k.team_id = :team))
                  and not exists (select from visits.visit b where b.care_package_id = v.care_package_id
                        and b.visit_date <= v.visit_date and b.provider_id = v.provider_id and b.worker_id = v.worker_id
                        and b.superseded_at is null and b.status in ('DELIVERED', 'UNPLANNED')
                        and b.actual_start < v.actual_start)
                order by planned_start desc, v.id limit 500""")
                .param("since", since)
                .param("team", team(actor))
                .query((row, n) -> new NewWorker(
                        row.getString("package_ref"),
                        row.getString("provider"),
                        row.getTimestamp("planned_start").toInstant(),
                        row.getInt("minutes")))
                .list();
    }

    private List<Line> lines(Actor actor, @Nullable UUID after, int limit) {
        actor.must(READERS);
        return jdbc.sql("""
                select c.call_line_id as call, c.package_ref, r.name as provider, c.days, c.band, c.minutes,
                    c.short_reason as reason, length(c.days) as visits
                from placements.report_due_call c
                join providers.report_provider r on r.id = c.provider_id
                where c.minutes < 30 and c.from_on <= :today and (c.until_on is null or c.until_on > :today)
                  and (cast(:team as uuid) is null or c.care_package_id in
                        (select k.id from carepackages.care_package k where k.team_id = :team))
                  and (cast(:after as uuid) is null or (c.package_ref, c.call_line_id) >
                        (select o.package_ref, o.call_line_id from placements.report_due_call o
                         where o.call_line_id = cast(:after as uuid) limit 1))
                order by c.package_ref, c.call_line_id limit :limit""")
                .param("today", today())
                .param("team", team(actor))
                .param("after", after)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    private static @Nullable UUID team(Actor actor) {
        return actor.isAny(BROKER, COMMISSIONER) ? null : actor.team();
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }
}
