package cymru.pontio.carepackages;

import static cymru.pontio.kernel.Role.BROKER;
import static cymru.pontio.kernel.Role.COMMISSIONER;
import static cymru.pontio.kernel.Role.SOCIAL_WORKER;
import static cymru.pontio.kernel.Role.TEAM_MANAGER;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.people.People;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The worklist: own team's packages for social workers and managers, what was ever approved for brokers. */
@Service
class PackageList {
    static final int PAGE = 25;
    private static final int FILE = 20_000;

    private final JdbcClient jdbc;
    private final People people;
    private final Clock clock;

    PackageList(JdbcClient jdbc, People people, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    /** @param names of the people on the page; nobody's for readers outside the team */
    record Page(
            List<PackageRow> rows,
            Map<UUID, String> names,
            @Nullable PageKey next) {}

    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public Page page(Actor actor, PackageFilter filter) {
        List<PackageRow> rows = rows(actor, filter, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<PackageRow> shown = more ? rows.subList(0, PAGE) : rows;
        List<UUID> known = shown.stream()
                .map(PackageRow::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Page(
                shown,
                known.isEmpty() ? new HashMap<>() : people.names(known),
                more ? shown.getLast().key() : null);
    }

    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public List<PackageRow> all(Actor actor, PackageFilter filter) {
        return rows(actor, filter, FILE);
    }

    private List<PackageRow> rows(Actor actor, PackageFilter filter, int limit) {
        actor.must(SOCIAL_WORKER, TEAM_MANAGER, BROKER, COMMISSIONER);
        UUID team = actor.isAny(SOCIAL_WORKER, TEAM_MANAGER) ? actor.team() : null;
        PageKey after = filter.afterKey().orElse(null);
        return jdbc.sql(sql(actor, filter, team, limit))
                .param("team", team)
                .param("actor", actor.userId())
                .param("today", Zone.dayOf(clock.instant()))
                .param("locality", filter.locality())
                .param("ref", filter.refPrefix().map(prefix -> prefix + "%").orElse(null))
                .param("at", after == null ? null : Timestamp.from(after.changedAt()))
                .param("id", after == null ? null : after.id())
                .query((row, n) -> row(row))
                .list();
    }

    /** Status and limit stand in the words: as parameters PostgreSQL would plan each question anew to see what they are. */
    private static String sql(Actor actor, PackageFilter filter, @Nullable UUID team, int limit) {
        StringBuilder sql = new StringBuilder("""
                select c.id, c.ref, case when c.team_id = :team then c.person_id end as person, c.locality, c.status,
                    m.user_minutes as user_minutes_week, m.carer_minutes as carer_minutes_week, c.approved_at, c.changed_at
                from carepackages.care_package c
                cross join lateral carepackages.minutes_on(c.id, :today) m
                where\s""");
        if (!actor.isAny(BROKER, COMMISSIONER)) sql.append("c.team_id = :team");
        else if (team == null) sql.append("c.approved_at is not null");
        else sql.append("(c.approved_at is not null or c.team_id = :team)");
        if (team != null && filter.whose().equals(PackageFilter.MINE)) sql.append(" and c.author_id = :actor");
        filter.statusWanted()
                .ifPresent(
                        status -> sql.append(" and c.status = '").append(status).append('\''));
        if (!filter.locality().isEmpty()) sql.append(" and c.locality = :locality");
        if (filter.refPrefix().isPresent()) sql.append(" and c.ref like :ref");
        if (filter.afterKey().isPresent()) sql.append(" and (c.changed_at, c.id) < (:at, :id)");
        return sql.append(" order by c.changed_at desc, c.id desc limit ")
                .append(limit)
                .toString();
    }

    private static PackageRow row(ResultSet row) throws SQLException {
        PackageStatus status = PackageStatus.valueOf(row.getString("status"));
        Timestamp approved = row.getTimestamp("approved_at");
        Instant since = approved != null && status.waiting() ? approved.toInstant() : null;
        return new PackageRow(
                row.getObject("id", UUID.class),
                row.getString("ref"),
                row.getObject("person", UUID.class),
                row.getString("locality"),
                status,
                row.getInt("user_minutes_week"),
                row.getInt("carer_minutes_week"),
                since,
                row.getTimestamp("changed_at").toInstant());
    }
}
