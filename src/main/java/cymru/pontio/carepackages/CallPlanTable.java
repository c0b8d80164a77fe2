package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls with their days: rows that are added and never changed. */
@Component
class CallPlanTable {
    private static final String COPIED =
            "band, window_from, window_to, minutes, workers, time_critical, time_critical_reason, tier, short_reason, worker_gender, tasks";

    private final JdbcClient jdbc;

    CallPlanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Written(
            UUID id,
            UUID carePackage,
            LocalDate from,
            @Nullable LocalDate until) {}

    List<DatedCall> since(UUID carePackage, LocalDate day) {
        return jdbc.sql("""
                select * from carepackages.call_line
                where care_package_id = :package and superseded_at is null and coalesce(until_on, 'infinity') > :day
                  and (from_on is null or until_on is null or from_on < until_on)
                order by position, from_on nulls first""")
                .param("package", carePackage)
                .param("day", day)
                .query((row, n) -> dated(row))
                .list();
    }

    UUID write(Actor by, UUID carePackage, Replan wanted, @Nullable UUID undoes) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into carepackages.replan (id, care_package_id, cause, from_on, until_on, undoes_id, by_account, by_name)
                values (:id, :package, :cause, :from, :until, :undoes, :account, :name)""")
                .param("id", id)
                .param("package", carePackage)
                .param("cause", wanted.cause())
                .param("from", wanted.from())
                .param("until", wanted.until())
                .param("undoes", undoes)
                .param("account", by.userId())
                .param("name", by.name())
                .update();
        return id;
    }

    void end(UUID line, UUID replan, LocalDate until) {
        jdbc.sql("insert into carepackages.call_line_end (call_line_id, replan_id, until_on) values (?, ?, ?)")
                .params(line, replan, until)
                .update();
    }

    UUID begin(UUID carePackage, UUID replan, int position, CallTerms terms, LocalDate from) {
        UUID id = Ids.next();
        jdbc.sql("insert into carepackages.call_line (id, care_package_id, position, days, " + COPIED
                        + ", from_on, replan_id) values (:id, :package, :position, :days, :band, :windowFrom, :windowTo,"
                        + " :minutes, :workers, :critical, :criticalReason, :tier, :shortReason, :gender, :tasks, :from,"
                        + " :replan)")
                .param("id", id)
                .param("package", carePackage)
                .param("position", position)
                .param("days", terms.days())
                .param("band", terms.band().name())
                .param("windowFrom", terms.from())
                .param("windowTo", terms.until())
                .param("minutes", terms.minutes())
                .param("workers", terms.workers())
                .param("critical", terms.timeCriticalReason() != null)
                .param("criticalReason", terms.timeCriticalReason())
                .param("tier", terms.tier().name())
                .param(
                        "shortReason",
                        terms.shortReason() == null ? null : terms.shortReason().name())
                .param("gender", terms.workerGender().name())
                .param("tasks", terms.tasks())
                .param("from", from)
                .param("replan", replan)
                .update();
        return id;
    }

    /** The same call once more, from a later day on. */
    UUID repeat(UUID line, UUID replan, LocalDate from) {
        UUID id = Ids.next();
        jdbc.sql("insert into carepackages.call_line (id, care_package_id, position, days, " + COPIED
                        + ", from_on, replan_id) select :id, care_package_id, position, days, " + COPIED
                        + ", :from, :replan from carepackages.call_line where id = :line")
                .param("id", id)
                .param("from", from)
                .param("replan", replan)
                .param("line", line)
                .update();
        return id;
    }

    int lastPosition(UUID carePackage) {
        return jdbc.sql("select max(position) from carepackages.call_line where care_package_id = ?")
                .param(carePackage)
                .query(Integer.class)
                .single();
    }

    Optional<Written> written(String cause) {
        return jdbc.sql(
                        "select id, care_package_id as care_package, from_on as \"from\", until_on as until from carepackages.replan where cause = ?")
                .param(cause)
                .query(Written.class)
                .optional();
    }

    /** A later change that stands has already ended something that this one brought. */
    boolean touchedLater(Written was) {
        return jdbc.sql("""
                select exists (select from carepackages.call_line l
                    join carepackages.call_line_end e on e.call_line_id = l.id and e.replan_id <> l.replan_id
                    where l.replan_id = ?
                      and not exists (select from carepackages.replan u where u.undoes_id = e.replan_id))""").param(was.id()).query(Boolean.class).single();
    }

    /** With the day on which each begins. */
    Map<UUID, LocalDate> begunBy(UUID replan) {
        Map<UUID, LocalDate> begun = new HashMap<>();
        jdbc.sql("select id, from_on from carepackages.call_line where replan_id = ?")
                .param(replan)
                .query(row -> {
                    begun.put(row.getObject("id", UUID.class), row.getObject("from_on", LocalDate.class));
                });
        return begun;
    }

    private static DatedCall dated(ResultSet row) throws SQLException {
        String shortReason = row.getString("short_reason");
        return new DatedCall(
                new CallLineView(
                        row.getObject("id", UUID.class),
                        row.getInt("position"),
                        row.getString("days"),
                        Band.valueOf(row.getString("band")),
                        row.getObject("window_from", LocalTime.class),
                        row.getObject("window_to", LocalTime.class),
                        row.getInt("minutes"),
                        row.getInt("workers"),
                        row.getBoolean("time_critical"),
                        row.getString("time_critical_reason"),
                        Tier.valueOf(row.getString("tier")),
                        shortReason == null ? null : ShortReason.valueOf(shortReason),
                        WorkerGender.valueOf(row.getString("worker_gender")),
                        row.getString("tasks")),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class));
    }
}
