package cymru.pontio.matching.plan;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Reference;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps plans. */
@Component
@Transactional
class PlanTable {
    /** One that has not been heard of for so long broke off with its node. */
    private static final String SILENT = "heard_at < cast(:now as timestamptz) - interval '2 minutes'";

    private final JdbcClient jdbc;
    private final PlanWayTable ways;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    PlanTable(JdbcClient jdbc, PlanWayTable ways, Clock clock) {
        this.jdbc = jdbc;
        this.ways = ways;
        this.clock = clock;
    }

    /** What was asked. */
    record Order(UUID id, String ref, Aim aim, WhatIf whatIf, long seed) {}

    private boolean taken(PlanRef ref) {
        return jdbc.sql("select exists (select from matching.plan where ref = ?)")
                .param(ref.value())
                .query(Boolean.class)
                .single();
    }

    Order order(Actor by, Aim aim, WhatIf whatIf, long seed) {
        Order order = drawn(aim, whatIf, seed);
        insert(order, by, null);
        return order;
    }

    /**
     * One that broke off is made again, three times at most.
     *
     * @return nothing if that morning has its plan, or nobody waits
     */
    Optional<Order> ofMorning(LocalDate day, long seed) {
        jdbc.sql("""
                update matching.plan set state = 'FAILED', finished_at = :now
                where morning = :day and state = 'RUNNING' and\s""" + SILENT).param("now", now()).param("day", day).update();
        boolean due = jdbc.sql("""
                select count(*) < 3 and exists (select from carepackages.report_sourcing where waiting_since is not null)
                from matching.plan where morning = ?""").param(day).query(Boolean.class).single();
        if (!due) return Optional.empty();
        Order order = drawn(Aim.USUAL, WhatIf.NOTHING, seed);
        return insert(order, null, day) ? Optional.of(order) : Optional.empty();
    }

    private Order drawn(Aim aim, WhatIf whatIf, long seed) {
        PlanRef ref = Reference.free(() -> PlanRef.random(random), this::taken);
        return new Order(Ids.next(), ref.value(), aim, whatIf, seed);
    }

    /** @return false if that morning has its plan */
    private boolean insert(Order order, @Nullable Actor by, @Nullable LocalDate morning) {
        WhatIf whatIf = order.whatIf();
        return jdbc.sql("""
                insert into matching.plan (id, ref, aim, closed, patch, extra_minutes, extra_pence, extra_days, extra_window, seed,
                    steps, asked_by, asked_by_name, asked_at, morning, state, heard_at)
                values (:id, :ref, :aim, :closed, :patch, :minutes, :pence, :days, :window, :seed, 0, :by, :name, :now, :morning,
                    'RUNNING', :now)
                on conflict (morning) where state <> 'FAILED' or stop_asked do nothing""")
                        .param("id", order.id())
                        .param("ref", order.ref())
                        .param("aim", order.aim().name())
                        .param("closed", whatIf.closed())
                        .param("patch", whatIf.patch())
                        .param("minutes", whatIf.minutes())
                        .param("pence", whatIf.pence())
                        .param("days", whatIf.days())
                        .param("window", whatIf.window())
                        .param("seed", order.seed())
                        .param("by", by == null ? null : by.userId())
                        .param("name", by == null ? null : by.name())
                        .param("now", now())
                        .param("morning", morning)
                        .update()
                == 1;
    }

    /**
     * @param toTry packages left out for which ways in are sought, once the plan itself is made
     * @param tried how many of them are done
     * @return false if somebody asked to stop it
     */
    boolean heard(UUID plan, long steps, long done, int toTry, int tried) {
        return jdbc.sql("""
                update matching.plan set heard_at = :now, steps = :steps, steps_done = :done, to_try = :toTry, tried = :tried
                where id = :id and state = 'RUNNING' returning not stop_asked""")
                .param("toTry", toTry)
                .param("tried", tried)
                .param("now", now())
                .param("steps", steps)
                .param("done", done)
                .param("id", plan)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Plans that wait for their turn, on a node that lives. */
    void waits(Set<UUID> plans) {
        if (plans.isEmpty()) return;
        jdbc.sql("update matching.plan set heard_at = :now where id = any (:plans) and state = 'RUNNING'")
                .param("now", now())
                .param("plans", plans.toArray(UUID[]::new))
                .update();
    }

    /**
     * One that nobody has begun is over at once.
     *
     * @return false if somebody had asked it to stop, or it is not being made
     */
    boolean stop(String ref) {
        return jdbc.sql("""
                update matching.plan set stop_asked = true, state = case when steps = 0 then 'FAILED' else state end,
                    finished_at = case when steps = 0 then cast(:now as timestamptz) end
                where ref = :ref and state = 'RUNNING' and not stop_asked and not\s""" + SILENT).param("now", now()).param("ref", ref).update() == 1;
    }

    void failed(UUID plan) {
        jdbc.sql("update matching.plan set state = 'FAILED', finished_at = :now where id = :id and state = 'RUNNING'")
                .param("now", now())
                .param("id", plan)
                .update();
    }

    void done(UUID id, Plan plan, int offered, Instant inputsAt, List<PlanRow> rows) {
        for (PlanRow row : rows) insert(id, row);
        jdbc.sql("""
                update matching.plan set state = :state, steps_done = :steps, worth = :worth, bound = :bound, inputs_at = :inputs,
                    offered = :offered, finished_at = :now
                where id = :id""")
                .param("state", plan.cutShort() ? "STOPPED" : "DONE")
                .param("steps", plan.steps())
                .param("worth", plan.worth())
                .param("bound", plan.bound())
                .param("inputs", Timestamp.from(inputsAt))
                .param("offered", offered)
                .param("now", now())
                .param("id", id)
                .update();
    }

    private void insert(UUID plan, PlanRow row) {
        Declined said = row.said();
        jdbc.sql("""
                insert into matching.plan_row (plan_id, package_ref, locality, status, urgency, days_waiting, user_minutes,
                    worker_minutes, provider_ref, provider_name, points, pence, unbid, said_times, said_band, said_reason, needed_from,
                    tried)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        plan,
                        row.packageRef(),
                        row.locality(),
                        row.status(),
                        row.urgency(),
                        row.days(),
                        row.userMinutes(),
                        row.workerMinutes(),
                        row.providerRef(),
                        row.providerName(),
                        row.points(),
                        row.pence(),
                        row.unbid(),
                        said == null ? null : said.times(),
                        said == null ? null : said.band(),
                        said == null ? null : said.reason(),
                        row.neededFrom(),
                        row.tried()))
                .update();
        ways.insert(plan, row);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<PlanView> latest(int atMost) {
        return jdbc.sql(select("") + " order by p.asked_at desc, p.id desc limit :most")
                .param("now", now())
                .param("most", atMost)
                .query(PlanView.class)
                .list();
    }

    @Transactional(readOnly = true)
    public PlanView view(String ref) {
        return jdbc.sql(select("where p.ref = :ref"))
                .param("now", now())
                .param("ref", ref)
                .query(PlanView.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static String select(String where) {
        return """
                select p.ref, p.aim, p.closed, p.patch, p.extra_minutes, p.extra_pence, p.extra_days, p.extra_window, p.seed, p.steps,
                    p.steps_done, p.asked_by_name, p.asked_at, p.morning, p.inputs_at, p.finished_at, p.worth, p.bound, p.offered,
                    case when p.state = 'RUNNING' and p.%s then 'FAILED' else p.state end as state,
                    p.stop_asked,
                    r.waiting, r.placed, r.user_minutes, r.worker_minutes, r.urgent, r.urgent_placed, r.bridged_minutes, r.pence, r.leaving, r.leaving_placed, r.leaving_minutes,
                    p.to_try, p.tried, r.untried
                from matching.plan p
                cross join lateral (
                    select count(*) filter (where waits) as waiting, count(*) filter (where waits and placed) as placed,
                        coalesce(sum(user_minutes) filter (where waits and placed), 0) as user_minutes,
                        coalesce(sum(worker_minutes) filter (where waits and placed), 0) as worker_minutes,
                        count(*) filter (where waits and urgency >= 3) as urgent,
                        count(*) filter (where waits and placed and urgency >= 3) as urgent_placed,
                        count(*) filter (where not waits) as leaving,
                        count(*) filter (where placed and not waits) as leaving_placed,
                        coalesce(sum(user_minutes) filter (where placed and not waits), 0) as leaving_minutes,
                        coalesce(sum(worker_minutes) filter (where placed and status = 'BRIDGED'), 0)
                            as bridged_minutes,
                        coalesce(sum(pence) filter (where waits), 0) as pence,
                        count(*) filter (where not tried) as untried
                    from (select *, status <> 'LEAVING' as waits, provider_ref is not null as placed
                        from matching.plan_row where plan_id = p.id) w) r
                """.formatted(SILENT) + where;
    }

    /** Placed first, who waits before who is cared for, the most urgent first; what is under way is of now. */
    @Transactional(readOnly = true)
    public List<PlanRow> rows(String ref) {
        Map<String, List<Way>> own = ways.of(ref);
        Map<String, List<Way.Hours>> otherTimes = ways.otherTimes(ref);
        return jdbc.sql("""
                select r.*, l.name_en, l.name_cy, s.deadline, s.deadline <= clock_timestamp() as closed,
                    exists (select from placements.report_open_award o where o.care_package_id = k.care_package_id) as decided,
                    w.package_ref is null and not coalesce(k.cover = 'LEAVING', false) or not exists (
                        select from carepackages.report_asked_call c where c.care_package_id = k.care_package_id and not exists (
                            select from placements.report_standing_line h where h.call_line_id = c.call_line_id)) as over
                from matching.plan_row r join matching.plan p on p.id = r.plan_id join areas.report_locality l on l.code = r.locality
                left join carepackages.report_sourcing k on k.package_ref = r.package_ref
                left join adverts.report_search s on s.care_package_id = k.care_package_id and s.status = 'OPEN'
                left join carepackages.report_waiting(clock_timestamp(), clock_timestamp()) w
                    on w.package_ref = r.package_ref and w.status <> 'ON_HOLD'
                where p.ref = ? order by r.provider_ref is null, r.needed_from is not null, r.urgency desc, r.days_waiting desc, r.package_ref""")
                .param(ref)
                .query((row, n) -> new PlanRow(
                        row.getString("package_ref"),
                        row.getString("locality"),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        row.getString("status"),
                        row.getInt("urgency"),
                        row.getInt("days_waiting"),
                        row.getInt("user_minutes"),
                        row.getInt("worker_minutes"),
                        row.getString("provider_ref"),
                        row.getString("provider_name"),
                        row.getObject("points", Integer.class),
                        row.getObject("pence", Long.class),
                        row.getInt("unbid"),
                        PlanWayTable.said(row),
                        otherTimes.getOrDefault(row.getString("package_ref"), List.of()),
                        own.getOrDefault(row.getString("package_ref"), List.of()),
                        row.getBoolean("tried"),
                        row.getObject("needed_from", LocalDate.class),
                        going(row)))
                .list();
    }

    private static PlanRow.@Nullable Going going(ResultSet row) throws SQLException {
        if (row.getBoolean("decided")) return new PlanRow.Going(PlanRow.Going.Step.AWARD, null);
        Timestamp deadline = row.getTimestamp("deadline");
        if (deadline == null) return row.getBoolean("over") ? new PlanRow.Going(PlanRow.Going.Step.OVER, null) : null;
        return row.getBoolean("closed")
                ? new PlanRow.Going(PlanRow.Going.Step.BIDS, null)
                : new PlanRow.Going(PlanRow.Going.Step.ROUND, deadline.toInstant());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
