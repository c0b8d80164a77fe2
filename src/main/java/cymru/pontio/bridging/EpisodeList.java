package cymru.pontio.bridging;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.OneOf;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Times of bridging in lists. Nobody's name stands in them. */
@Service
class EpisodeList {
    static final int PAGE = 50;
    static final int FILE = 20_000;

    private static final String OVER = "coalesce(e.ended_on, (e.answered_at at time zone 'Europe/London')::date)";

    private final JdbcClient jdbc;

    EpisodeList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The lists there are, each with its states and its order. */
    enum Tab {
        requested("status = 'REQUESTED'", "e.requested_at", "asc"),
        active("status = 'ACTIVE'", "e.review_on", "asc"),
        ended("status in ('REFUSED', 'ENDED')", OVER, "desc");

        private final String states;
        private final String key;
        private final String order;

        Tab(String states, String key, String order) {
            this.states = states;
            this.key = key;
            this.order = order;
        }

        static Tab of(@Nullable String typed) {
            String shown = OneOf.of(typed, values());
            return shown.isEmpty() ? requested : valueOf(shown);
        }
    }

    /** One of a package's, for its page about cover. */
    record Brief(
            String ref,
            EpisodeStatus status,
            UUID requestedBy,
            Instant requestedAt,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            @Nullable RefusalReason refusal,
            @Nullable EndReason endReason) {}

    /**
     * A line of a list.
     *
     * @param since the day it started, or was asked for
     * @param days since then, to the end or to today
     * @param overdue its review should have been
     */
    record Line(
            String ref,
            String locality,
            EpisodeStatus status,
            int userMinutes,
            int carerMinutes,
            LocalDate since,
            int days,
            @Nullable LocalDate reviewOn,
            boolean overdue,
            @Nullable LocalDate expectedEnd,
            @Nullable LocalDate endedOn,
            @Nullable EndReason endReason) {}

    /** @param after the reference of the last line of the page before; one line more than a page tells that there is more */
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, Tab tab, @Nullable EpisodeRef after, LocalDate today, int size) {
        actor.must(Role.INHOUSE_COORDINATOR, Role.BROKER, Role.COMMISSIONER);
        String beyond = tab.order.equals("asc") ? ">" : "<";
        String cursor = after == null
                ? ""
                : " and (%s, e.id) %s ((select %1$s from bridging.episode e where e.ref = :after), (select e.id from bridging.episode e where e.ref = :after))"
                        .formatted(tab.key, beyond);
        return jdbc.sql("""
                select e.ref, e.locality, e.status, e.user_minutes_week, e.carer_minutes_week, e.review_on, e.expected_end, e.ended_on, e.end_reason,
                    coalesce(e.started_on, (e.requested_at at time zone 'Europe/London')::date) as since,
                    greatest(0, case when e.status in ('REFUSED', 'ENDED') then %s else cast(:today as date) end
                        - coalesce(e.started_on, (e.requested_at at time zone 'Europe/London')::date)) as days
                from bridging.episode e where %s%s order by %s %s, e.id %5$s limit %6$d""".formatted(OVER, tab.states, cursor, tab.key, tab.order, size))
                .param("today", today)
                .param("after", after == null ? null : after.value())
                .query((row, n) -> line(row, today))
                .list();
    }

    List<Brief> ofPackage(PackageId carePackage) {
        return jdbc.sql("""
                select ref, status, requested_by, requested_at, started_on, ended_on, answer_reason, end_reason from bridging.episode
                where care_package_id = ? order by requested_at desc, id desc limit 50""")
                .param(carePackage.value())
                .query((row, n) -> new Brief(
                        row.getString(1),
                        EpisodeStatus.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getTimestamp(4).toInstant(),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        row.getString(7) == null ? null : RefusalReason.valueOf(row.getString(7)),
                        row.getString(8) == null ? null : EndReason.valueOf(row.getString(8))))
                .list();
    }

    private static Line line(ResultSet row, LocalDate today) throws SQLException {
        EpisodeStatus status = EpisodeStatus.valueOf(row.getString("status"));
        LocalDate review = status == EpisodeStatus.ACTIVE ? row.getObject("review_on", LocalDate.class) : null;
        String why = row.getString("end_reason");
        return new Line(
                row.getString("ref"),
                row.getString("locality"),
                status,
                row.getInt("user_minutes_week"),
                row.getInt("carer_minutes_week"),
                row.getObject("since", LocalDate.class),
                row.getInt("days"),
                review,
                review != null && review.isBefore(today),
                row.getObject("expected_end", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                why == null ? null : EndReason.valueOf(why));
    }
}
