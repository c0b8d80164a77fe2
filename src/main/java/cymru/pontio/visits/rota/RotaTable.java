package cymru.pontio.visits.rota;

import cymru.pontio.carepackages.Band;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of rotas. */
@Repository
class RotaTable {
    private static final String PLANNED = "select * from visits.rota_call ";

    private final JdbcClient jdbc;

    RotaTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A published call. */
    record Planned(UUID id, DueCall call, Visit visit, long version) {}

    /**
     * A change after publication.
     *
     * @param told none while the person was not told
     */
    record Change(
            long id,
            LocalDate day,
            Visit before,
            Visit after,
            String by,
            Instant at,
            @Nullable Told told,
            @Nullable Instant toldAt) {}

    /**
     * What the plan asks for between two days, both included, by day and time; nothing while the person is away, or from a
     * day on which the care is certain to be over.
     */
    List<DueCall> due(UUID placement, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                select c.call_line_id, c.day, c.position, c.band, c.window_from, c.window_to, c.minutes, c.workers, c.time_critical
                from placements.report_calls_on(cast(:first as date), cast(:last as date)) c
                where c.placement_id = :placement and not c.suspended
                order by c.day, c.position""")
                .param("placement", placement)
                .param("first", first)
                .param("last", last)
                .query((row, n) -> call(row))
                .list();
    }

    List<Planned> planned(UUID placement, LocalDate first, LocalDate last) {
        return jdbc.sql(PLANNED + """
                where placement_id = ? and day between ? and ?
                order by day + case when band = 'NIGHT' and starts <= '06:00' then 1 else 0 end, starts, position""")
                .params(placement, first, last)
                .query((row, n) -> planned(row))
                .list();
    }

    Optional<Planned> one(UUID placement, UUID id) {
        return jdbc.sql(PLANNED + "where placement_id = ? and id = ?")
                .params(placement, id)
                .query((row, n) -> planned(row))
                .optional();
    }

    void publish(UUID placement, DueCall call, Visit visit, Actor by) {
        jdbc.sql("""
                insert into visits.rota_call (id, placement_id, call_line_id, day, position, band, window_from, window_to,
                    time_critical, starts, minutes, worker, second_worker, workers, published_by, published_at)
                values (:id, :placement, :line, :day, :position, :band, :from, :until, :critical, :starts, :minutes, :worker,
                    :second, :workers, :by, clock_timestamp())""")
                .param("id", Ids.next())
                .param("placement", placement)
                .param("line", call.line())
                .param("day", call.day())
                .param("position", call.position())
                .param("band", call.band().name())
                .param("from", time(call.from()))
                .param("until", time(call.until()))
                .param("critical", call.timeCritical())
                .param("starts", time(visit.starts()))
                .param("minutes", call.minutes())
                .param("worker", visit.worker())
                .param("second", visit.second())
                .param("workers", call.workers())
                .param("by", by.userId())
                .update();
    }

    /** @return whether the call was still as it was seen */
    boolean change(Planned planned, Visit visit, Actor by, @Nullable Told told) {
        int changed = jdbc.sql("""
                update visits.rota_call set starts = :starts, worker = :worker, second_worker = :second, version = version + 1
                where id = :id and version = :version""")
                .param("starts", time(visit.starts()))
                .param("worker", visit.worker())
                .param("second", visit.second())
                .param("id", planned.id())
                .param("version", planned.version())
                .update();
        if (changed == 0) return false;
        Visit before = planned.visit();
        jdbc.sql("""
                insert into visits.rota_change (rota_call_id, starts_before, starts_after, worker_before, worker_after,
                    second_before, second_after, by_account, by_name, at)
                values (:call, :startsBefore, :startsAfter, :workerBefore, :workerAfter, :secondBefore, :secondAfter, :by, :name,
                    clock_timestamp())""")
                .param("call", planned.id())
                .param("startsBefore", time(before.starts()))
                .param("startsAfter", time(visit.starts()))
                .param("workerBefore", before.worker())
                .param("workerAfter", visit.worker())
                .param("secondBefore", before.second())
                .param("secondAfter", visit.second())
                .param("by", by.userId())
                .param("name", by.name())
                .update();
        if (told != null) tell(planned.id(), Long.MAX_VALUE, told, by);
        return true;
    }

    /** The latest first. */
    List<Change> changes(UUID placement, LocalDate from) {
        return jdbc.sql("""
                select h.*, c.day from visits.rota_change h join visits.rota_call c on c.id = h.rota_call_id
                where c.placement_id = ? and (c.day >= ? or h.told is null) order by h.id desc limit 200""")
                .params(placement, from)
                .query((row, n) -> change(row))
                .list();
    }

    /** The call that a change of that placement is of. */
    Optional<UUID> changed(UUID placement, long change) {
        return jdbc.sql("""
                select c.id from visits.rota_change h join visits.rota_call c on c.id = h.rota_call_id
                where c.placement_id = ? and h.id = ?""").params(placement, change).query(UUID.class).optional();
    }

    /**
     * Whoever was told of a change knows what came of those before it.
     *
     * @return whether the person had not been told of it
     */
    boolean tell(UUID call, long upTo, Told told, Actor by) {
        return jdbc.sql("""
                update visits.rota_change set told = :told, told_at = clock_timestamp(), told_by = :by
                where rota_call_id = :call and id <= :upTo and told is null""")
                        .param("told", told.name())
                        .param("by", by.userId())
                        .param("call", call)
                        .param("upTo", upTo)
                        .update()
                > 0;
    }

    private static Change change(ResultSet row) throws SQLException {
        String told = row.getString("told");
        return new Change(
                row.getLong("id"),
                row.getObject("day", LocalDate.class),
                new Visit(
                        row.getObject("starts_before", LocalTime.class),
                        row.getString("worker_before"),
                        row.getString("second_before")),
                new Visit(
                        row.getObject("starts_after", LocalTime.class),
                        row.getString("worker_after"),
                        row.getString("second_after")),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant(),
                told == null ? null : Told.valueOf(told),
                told == null ? null : row.getTimestamp("told_at").toInstant());
    }

    private static Planned planned(ResultSet row) throws SQLException {
        return new Planned(
                row.getObject("id", UUID.class),
                call(row),
                new Visit(
                        row.getObject("starts", LocalTime.class),
                        row.getString("worker"),
                        row.getString("second_worker")),
                row.getLong("version"));
    }

    private static DueCall call(ResultSet row) throws SQLException {
        return new DueCall(
                row.getObject("call_line_id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getInt("position"),
                Band.valueOf(row.getString("band")),
                row.getObject("window_from", LocalTime.class),
                row.getObject("window_to", LocalTime.class),
                row.getInt("minutes"),
                row.getInt("workers"),
                row.getBoolean("time_critical"));
    }

    private static @Nullable Time time(@Nullable LocalTime time) {
        return time == null ? null : Time.valueOf(time);
    }
}
