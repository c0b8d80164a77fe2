package cymru.pontio.adverts;

import cymru.pontio.adverts.allocation.AllocationMode;
import cymru.pontio.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of routes. Whose turn it is decides the database's clock. */
@Repository
class RouteRows {
    private final JdbcClient jdbc;

    RouteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A round that is open to all from the start, as every patch is by default, has no row. */
    void insert(AdvertId advert, Route route) {
        if (route.open()) return;
        jdbc.sql("""
                insert into adverts.route (advert_id, mode, holder, holds_until, meant, skipped, override_reason)
                values (:advert, :mode, :holder::uuid, :until::timestamptz, :meant::uuid, :skipped, :override)""")
                .param("advert", advert.value())
                .param("mode", route.mode().name())
                .param("holder", route.holder())
                .param("meant", route.meant())
                .param("until", route.until() == null ? null : Timestamp.from(route.until()))
                .param(
                        "skipped",
                        route.skipped().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("override", route.overrideReason())
                .update();
    }

    Route of(AdvertId advert) {
        return jdbc.sql("""
                select r.*, p.name as holder_name, t.closed_at is not null as taken_up
                from adverts.route r
                left join providers.provider p on p.id = coalesce(r.holder, r.meant)
                left join adverts.taken_up t on t.advert_id = r.advert_id
                where r.advert_id = ?""")
                .param(advert.value())
                .query((row, n) -> route(row))
                .optional()
                .orElse(Route.OPEN);
    }

    /** Whether this provider is the one asked first, now or once. Never changes. */
    boolean holds(AdvertId advert, UUID provider) {
        return exists("adverts.route r where r.advert_id = :advert and r.holder = :provider", advert, provider);
    }

    /** Whether another has the round to itself at this moment. */
    boolean heldByAnother(AdvertId advert, UUID provider) {
        return exists("adverts.held h where h.advert_id = :advert and h.holder <> :provider", advert, provider);
    }

    /** The one asked first says no: the others need not wait. */
    boolean release(AdvertId advert, Actor by) {
        return jdbc.sql("""
                with now as (select clock_timestamp() as at)
                update adverts.route r set holds_until = now.at, released_at = now.at from now
                where r.advert_id = :advert and r.holder = :provider and r.holds_until > now.at""")
                        .param("advert", advert.value())
                        .param("provider", by.organisation())
                        .update()
                == 1;
    }

    /** Its care is being moved to others. */
    boolean leaves(UUID provider) {
        return jdbc.sql("select exists (select from placements.report_leaving where provider_id = ? and moved)")
                .param(provider)
                .query(Boolean.class)
                .single();
    }

    /** Rounds this provider has to itself at this moment. */
    List<AdvertId> heldBy(UUID provider) {
        return jdbc.sql("select advert_id from adverts.held where holder = ? order by advert_id")
                .param(provider)
                .query((row, n) -> new AdvertId(row.getObject("advert_id", UUID.class)))
                .list();
    }

    /** The one asked first may no longer take the work: the others need not wait, whatever it has bid. */
    boolean end(AdvertId advert, Set<NotAsked> reasons) {
        return jdbc.sql("""
                with now as (select clock_timestamp() as at)
                update adverts.route r set holds_until = now.at, released_at = now.at, ended_for = :reasons from now
                where r.advert_id = :advert and r.holds_until > now.at""")
                        .param("advert", advert.value())
                        .param(
                                "reasons",
                                reasons.stream().map(Enum::name).sorted().toArray(String[]::new))
                        .update()
                == 1;
    }

    private boolean exists(String from, AdvertId advert, UUID provider) {
        return jdbc.sql("select exists (select from " + from + ")")
                .param("advert", advert.value())
                .param("provider", provider)
                .query(Boolean.class)
                .single();
    }

    private static Route route(ResultSet row) throws SQLException {
        return new Route(
                AllocationMode.valueOf(row.getString("mode")),
                row.getObject("holder", UUID.class),
                row.getString("holder_name"),
                instant(row, "holds_until"),
                instant(row, "released_at"),
                reasons(row, "ended_for"),
                row.getBoolean("taken_up"),
                row.getObject("meant", UUID.class),
                reasons(row, "skipped"),
                row.getString("override_reason"),
                null);
    }

    private static Set<NotAsked> reasons(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(NotAsked::valueOf)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column) == null ? null : AdvertRows.instant(row, column);
    }
}
