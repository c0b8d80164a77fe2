package cymru.pontio.bridging;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;

import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody whom the council's own team bridges: since when, what it costs, and which placement would free most of it. */
@Service
public class Burden {
    private static final int MOST = 1000;
    private static final int RELEASES = 3;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final int[] steps;

    Burden(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${pontio.bridging.escalation-days:14,28,42}") int[] steps) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.steps = steps;
    }

    record HourCostSet(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * @param days since the first day of cover
     * @param escalated how many of the set days have passed
     * @param week cost of a week as planned; none where the council has set no cost
     * @param soFar cost of what was recorded, at the cost of each day
     */
    record Line(
            String ref,
            String packageRef,
            PackageStatus status,
            LocalDate since,
            int days,
            @Nullable LocalDate expectedEnd,
            @Nullable LocalDate reviewOn,
            int carerMinutesWeek,
            int displacedMinutesWeek,
            int escalated,
            @Nullable Money week,
            @Nullable Money soFar) {}

    /**
     * @param releases the three whose placement with a provider would give back most: enablement first, then workers' hours
     * @param steps days after which the next in line is told
     */
    record View(List<Line> lines, List<Line> releases, int[] steps, LocalDate today) {}

    /** Longest first; at most a thousand, which no council's team bridges at once. */
    @Transactional(readOnly = true)
    public View view(Actor actor) {
        actor.must(INHOUSE_COORDINATOR, BROKER, COMMISSIONER);
        LocalDate today = today();
        List<Line> lines = jdbc.sql("""
                select e.ref, k.ref as package_ref, k.status, e.started_on, cast(:today as date) - e.started_on as days,
                    e.expected_end, e.review_on, e.carer_minutes_week, e.displaced_minutes_week,
                    bridging.cost_on(:today) as cost,
                    (select sum(a.carer_minutes * bridging.cost_on(a.day)) from bridging.actual a
                        where a.episode_id = e.id and a.superseded_at is null) as given
                from bridging.episode e join carepackages.care_package k on k.id = e.care_package_id
                where e.status = 'ACTIVE' and e.started_on <= :today
                order by e.started_on, e.id limit :most""")
                .param("today", today)
                .param("most", MOST)
                .query((row, n) -> line(row))
                .list();
        List<Line> releases = lines.stream()
                .sorted(Comparator.comparingInt(Line::displacedMinutesWeek)
                        .thenComparingInt(Line::carerMinutesWeek)
                        .reversed())
                .limit(RELEASES)
                .toList();
        return new View(lines, releases, steps.clone(), today);
    }

    /** From today or a day to come; what was given before keeps the cost of its day. */
    @Transactional
    public void cost(Actor actor, LocalDate from, BigDecimal pounds) {
        actor.must(COMMISSIONER);
        if (from.isBefore(today())) throw new RuleBroken("bridging.error.costPast");
        int set =
                jdbc.sql("""
                insert into bridging.hour_cost (from_on, pounds, by_account, by_name) values (?, ?, ?, ?)
                on conflict do nothing""").params(from, pounds, actor.userId(), actor.name()).update();
        if (set == 0) throw costTwice(from);
        events.publishEvent(new HourCostSet(
                actor, "INHOUSE HOUR", Map.of("from", from.toString(), "pounds", pounds.toPlainString())));
    }

    private RuleBroken costTwice(LocalDate from) {
        return jdbc.sql("select by_name, at from bridging.hour_cost where from_on = ?")
                .param(from)
                .query((row, n) -> new RuleBroken(
                        "bridging.error.costTwice",
                        from,
                        row.getString("by_name"),
                        row.getTimestamp("at").toInstant()))
                .single();
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private Line line(ResultSet row) throws SQLException {
        int days = row.getInt("days");
        BigDecimal cost = row.getBigDecimal("cost");
        BigDecimal given = row.getBigDecimal("given");
        int carer = row.getInt("carer_minutes_week");
        return new Line(
                row.getString("ref"),
                row.getString("package_ref"),
                PackageStatus.valueOf(row.getString("status")),
                row.getObject("started_on", LocalDate.class),
                days,
                row.getObject("expected_end", LocalDate.class),
                row.getObject("review_on", LocalDate.class),
                carer,
                row.getInt("displaced_minutes_week"),
                (int) Arrays.stream(steps).filter(step -> days >= step).count(),
                cost == null ? null : new Money(cost).forMinutes(carer),
                given == null
                        ? null
                        : new Money(given.divide(BigDecimal.valueOf(60), 2, java.math.RoundingMode.HALF_UP)));
    }
}
