package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was given day by day, and the reviews: rows that are added and never changed. */
@Component
class BridgedDays {
    private final JdbcClient jdbc;

    BridgedDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was given on a day. User and carer minutes are two numbers, never added. */
    record Given(int userMinutes, int carerMinutes, int displacedMinutes) {}

    /** @param superseded when a later entry took its place; nothing while it stands */
    record Entry(
            LocalDate day,
            Given given,
            UUID by,
            Instant at,
            @Nullable Instant superseded) {}

    record Review(ReviewOutcome outcome, LocalDate expectedEnd, UUID by, Instant at) {}

    List<Entry> of(UUID episode) {
        return jdbc.sql("""
                select day, user_minutes, carer_minutes, enablement_minutes_displaced, recorded_by, recorded_at, superseded_at
                from bridging.actual where episode_id = ? order by day desc, id desc limit 200""")
                .param(episode)
                .query((row, n) -> new Entry(
                        row.getObject(1, LocalDate.class),
                        new Given(row.getInt(2), row.getInt(3), row.getInt(4)),
                        row.getObject(5, UUID.class),
                        row.getTimestamp(6).toInstant(),
                        row.getTimestamp(7) == null ? null : row.getTimestamp(7).toInstant()))
                .list();
    }

    Optional<Given> standing(UUID episode, LocalDate day) {
        return jdbc.sql("""
                select user_minutes, carer_minutes, enablement_minutes_displaced as displaced_minutes
                from bridging.actual where episode_id = ? and day = ? and superseded_at is null""").params(episode, day).query(Given.class).optional();
    }

    /** The row before stays and says when it was superseded. */
    void record(Actor actor, UUID episode, LocalDate day, Given given) {
        jdbc.sql(
                        "update bridging.actual set superseded_at = clock_timestamp() where episode_id = ? and day = ? and superseded_at is null")
                .params(episode, day)
                .update();
        jdbc.sql("""
                insert into bridging.actual (episode_id, day, user_minutes, carer_minutes, enablement_minutes_displaced, recorded_by)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        episode,
                        day,
                        given.userMinutes(),
                        given.carerMinutes(),
                        given.displacedMinutes(),
                        actor.userId())
                .update();
    }

    boolean recordedAfter(UUID episode, LocalDate last) {
        return jdbc.sql(
                        "select exists (select 1 from bridging.actual where episode_id = ? and day > ? and superseded_at is null and carer_minutes > 0)")
                .params(episode, last)
                .query(Boolean.class)
                .single();
    }

    void reviewed(Actor actor, UUID episode, ReviewOutcome outcome, LocalDate expectedEnd) {
        jdbc.sql("insert into bridging.review (episode_id, outcome, expected_end, by_account) values (?, ?, ?, ?)")
                .params(episode, outcome.name(), expectedEnd, actor.userId())
                .update();
    }

    List<Review> reviews(UUID episode) {
        return jdbc.sql(
                        "select outcome, expected_end, by_account, at from bridging.review where episode_id = ? order by id desc limit 100")
                .param(episode)
                .query((row, n) -> new Review(
                        ReviewOutcome.valueOf(row.getString(1)),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, UUID.class),
                        row.getTimestamp(4).toInstant()))
                .list();
    }
}
