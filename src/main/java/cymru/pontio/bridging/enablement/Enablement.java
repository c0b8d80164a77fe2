package cymru.pontio.bridging.enablement;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.INHOUSE_COORDINATOR;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.PersonalDataRead;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Times of enablement. The hours before are those of the package when it begins, the hours after are what the coordinator
 * finds at the end; the effect follows from both and is nobody's opinion. User hours a week, in minutes.
 */
@Service
public class Enablement {
    static final Role[] READERS = {INHOUSE_COORDINATOR, BROKER, COMMISSIONER};
    static final int PAGE = 50;
    private static final int FILE = 50_000;
    private static final int DAYS_AGO = 90;
    private static final RandomGenerator RANDOM = new SecureRandom();
    private static final String SELECT = """
            select e.*, k.ref as package_ref from bridging.enablement_episode e
            join carepackages.care_package k on k.id = e.care_package_id
            """;

    private final JdbcClient jdbc;
    private final CarePackages packages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Enablement(JdbcClient jdbc, CarePackages packages, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.packages = packages;
        this.events = events;
        this.clock = clock;
    }

    record EnablementBegun(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    record EnablementEnded(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /** @param after user minutes a week; none while it runs, or where the person died, as the effect */
    record Episode(
            UUID id,
            EnablementRef ref,
            String packageRef,
            LocalDate started,
            LocalDate plannedEnd,
            int before,
            @Nullable LocalDate ended,
            @Nullable Integer after,
            @Nullable Effect effect,
            String startedBy,
            @Nullable String endedBy) {
        public boolean running() {
            return ended == null;
        }

        void mustRun() {
            if (ended != null)
                throw new RuleBroken("enablement.error.ended", ref, Objects.requireNonNull(endedBy), ended);
        }

        public boolean stopped() {
            return ended != null && after == null;
        }
    }

    record Goal(int number, String goal, @Nullable Reached reached) {}

    record View(Episode episode, List<Goal> goals, boolean may, LocalDate today) {}

    /** @param next the last of the page, after which the next begins */
    record Page(List<Episode> rows, @Nullable EnablementRef next) {}

    /** Ended in the twelve months up to today: how many with which effect, and user minutes a week before and after. */
    record Summary(Effect effect, long number, long before, long after) {}

    /**
     * @param start today, or one of the last ninety days: what has not begun could not be ended, and stands in the way of what does
     * @param goals one to five, in the person's words
     */
    @Transactional
    public EnablementRef begin(
            Actor actor, PackageRef carePackage, LocalDate start, LocalDate plannedEnd, List<String> goals) {
        actor.must(INHOUSE_COORDINATOR);
        if (start.isAfter(today()) || start.isBefore(earliest(today()))) throw new RuleBroken("enablement.error.start");
        PackageFacts facts = packages.held(actor, carePackage);
        if (!facts.status().waiting() && facts.status() != PackageStatus.LIVE)
            throw new RuleBroken("enablement.error.over", carePackage);
        mustNotRun(facts.id(), carePackage);
        UUID id = Ids.next();
        EnablementRef ref = Reference.free(
                () -> EnablementRef.random(RANDOM),
                drawn -> jdbc.sql("select exists (select from bridging.enablement_episode where ref = ?)")
                        .param(drawn.value())
                        .query(Boolean.class)
                        .single());
        jdbc.sql("""
                insert into bridging.enablement_episode (id, ref, care_package_id, locality, started_on, planned_end,
                    minutes_before, started_by, started_by_name)
                values (:id, :ref, :package, :locality, :start, :end, :before, :by, :name)""")
                .param("id", id)
                .param("ref", ref.value())
                .param("package", facts.id().value())
                .param("locality", facts.locality())
                .param("start", start)
                .param("end", plannedEnd)
                .param("before", facts.hours().user().minutes())
                .param("by", actor.userId())
                .param("name", actor.name())
                .update();
        int number = 0;
        for (String goal : goals)
            jdbc.sql("insert into bridging.enablement_goal (episode_id, number, goal) values (?, ?, ?)")
                    .params(id, ++number, goal)
                    .update();
        events.publishEvent(new EnablementBegun(
                actor, ref.value(), Map.of("package", carePackage.value(), "from", start.toString())));
        return ref;
    }

    /** @param reached one for each goal, in their order */
    @Transactional
    public void end(Actor actor, EnablementRef ref, LocalDate last, int after, List<Reached> reached) {
        actor.must(INHOUSE_COORDINATOR);
        Episode running = find(ref);
        running.mustRun();
        List<Goal> goals = goals(running.id());
        if (goals.size() != reached.size()) throw new IllegalArgumentException("One answer for each goal");
        if (last.isAfter(today())) throw new RuleBroken("enablement.error.future");
        if (last.isBefore(running.started())) throw new RuleBroken("enablement.error.before", running.started());
        int ended = jdbc.sql("""
                update bridging.enablement_episode set ended_on = :last, minutes_after = :after, ended_by = :by,
                    ended_by_name = :name, version = version + 1 where id = :id and ended_on is null""")
                .param("last", last)
                .param("after", after)
                .param("by", actor.userId())
                .param("name", actor.name())
                .param("id", running.id())
                .update();
        if (ended == 0) find(ref).mustRun();
        for (int i = 0; i < reached.size(); i++)
            jdbc.sql("update bridging.enablement_goal set reached = ? where episode_id = ? and number = ?")
                    .params(reached.get(i).name(), running.id(), goals.get(i).number())
                    .update();
        events.publishEvent(new EnablementEnded(
                actor,
                ref.value(),
                Map.of(
                        "before", "" + running.before(),
                        "after", "" + after,
                        "effect", Effect.of(running.before(), after).name())));
    }

    /** The person has died: what runs is over, without an effect. */
    @Transactional
    void stop(Actor by, PackageId carePackage, Instant died) {
        jdbc.sql("""
                        update bridging.enablement_episode set ended_on = greatest(started_on, :last), ended_by = :by, ended_by_name = :name,
                            version = version + 1 where care_package_id = :package and ended_on is null returning ref""")
                .param("last", Zone.dayOf(died))
                .param("by", by.userId())
                .param("name", by.name())
                .param("package", carePackage.value())
                .query(String.class)
                .optional()
                .ifPresent(ref ->
                        events.publishEvent(new EnablementEnded(by, ref, Map.of("reason", CareEnd.DIED.name()))));
    }

    @Transactional
    public View view(Actor actor, EnablementRef ref) {
        actor.must(READERS);
        Episode shown = find(ref);
        events.publishEvent(new PersonalDataRead(actor, "enablement", ref.value()));
        boolean may = shown.running() && actor.is(INHOUSE_COORDINATOR);
        return new View(shown, goals(shown.id()), may, today());
    }

    /** Latest start first. */
    @Transactional(readOnly = true)
    public Page list(Actor actor, @Nullable EnablementRef after) {
        List<Episode> rows = rows(actor, after, PAGE + 1);
        if (rows.size() <= PAGE) return new Page(rows, null);
        List<Episode> shown = rows.subList(0, PAGE);
        return new Page(shown, shown.getLast().ref());
    }

    @Transactional(readOnly = true)
    public List<Episode> all(Actor actor) {
        return rows(actor, null, FILE);
    }

    @Transactional(readOnly = true)
    public List<Summary> summary(Actor actor) {
        actor.must(READERS);
        return jdbc.sql("""
                select effect, count(*) as number, sum(minutes_before) as before, sum(minutes_after) as after
                from bridging.report_enablement_episode where ended_on > cast(? as date) and effect is not null group by effect order by effect""").param(today().minusYears(1)).query(Summary.class).list();
    }

    static LocalDate earliest(LocalDate today) {
        return today.minusDays(DAYS_AGO);
    }

    LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private List<Episode> rows(Actor actor, @Nullable EnablementRef after, int limit) {
        actor.must(READERS);
        return jdbc.sql(SELECT + """
                where cast(:after as text) is null or (e.started_on, e.id) <
                    (select o.started_on, o.id from bridging.enablement_episode o where o.ref = :after)
                order by e.started_on desc, e.id desc limit :limit""")
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query((row, n) -> episode(row))
                .list();
    }

    /** The package is held: of two who begin at once the second is told of the first. */
    private void mustNotRun(PackageId carePackage, PackageRef ref) {
        jdbc.sql(SELECT + "where e.care_package_id = ? and e.ended_on is null")
                .param(carePackage.value())
                .query((row, n) -> episode(row))
                .optional()
                .ifPresent(one -> {
                    throw new RuleBroken("enablement.error.running", ref, one.ref(), one.startedBy(), one.started());
                });
    }

    private Episode find(EnablementRef ref) {
        return jdbc.sql(SELECT + "where e.ref = ?")
                .param(ref.value())
                .query((row, n) -> episode(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<Goal> goals(UUID id) {
        return jdbc.sql(
                        "select number, goal, reached from bridging.enablement_goal where episode_id = ? order by number")
                .param(id)
                .query(Goal.class)
                .list();
    }

    private static Episode episode(ResultSet row) throws SQLException {
        String effect = row.getString("effect");
        return new Episode(
                row.getObject("id", UUID.class),
                new EnablementRef(row.getString("ref")),
                row.getString("package_ref"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("planned_end", LocalDate.class),
                row.getInt("minutes_before"),
                row.getObject("ended_on", LocalDate.class),
                row.getObject("minutes_after", Integer.class),
                effect == null ? null : Effect.valueOf(effect),
                row.getString("started_by_name"),
                row.getString("ended_by_name"));
    }
}
