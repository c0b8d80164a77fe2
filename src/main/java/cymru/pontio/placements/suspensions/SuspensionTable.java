package cymru.pontio.placements.suspensions;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementRef;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suspensions in SQL: an absence of the package, as it concerns one placement that had begun. */
@Component
class SuspensionTable {
    private static final String SELECT = """
            select a.absence_id, a.kind, a.away_at, a.back_at, p.id as placement_id, p.ref, p.package_ref, p.care_package_id,
                r.name, u.days, u.percent, p.ended_on is not null as over
            from carepackages.report_absence a
            join placements.placement p on p.care_package_id = a.care_package_id and p.first_visit_at is not null
                and (p.ended_on is null or p.ended_on > (a.away_at at time zone 'Europe/London')::date)
            join providers.report_provider r on r.id = p.provider_id
            join placements.retainer_rule u on u.kind = a.kind and u.valid @> (a.away_at at time zone 'Europe/London')::date
            """;

    private final JdbcClient jdbc;

    SuspensionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param back none while nobody knows; in the future it is a promise
     * @param days how many days the contract's rule pays, by the rule of the first day
     * @param over care by this provider has ended, so that it does not go on
     */
    record Suspension(
            UUID absence,
            AwayKind kind,
            Instant away,
            @Nullable Instant back,
            UUID placement,
            PlacementRef ref,
            String packageRef,
            PackageId carePackage,
            String provider,
            int days,
            BigDecimal percent,
            boolean over) {}

    /** A visit that was recorded though none was due. */
    record Flagged(
            String packageRef,
            String provider,
            LocalDate day,
            Instant start,
            int userMinutes,
            int carerMinutes,
            String why) {}

    /** The placement a provider may know of: its own, while it may still see whose care it is. */
    record Own(UUID id, PackageId carePackage) {}

    Optional<Own> own(Actor actor, PlacementRef ref) {
        return jdbc.sql("""
                select p.id, p.care_package_id from placements.placement p
                join placements.identity_release i on i.placement_id = p.id and i.ended_at is null
                where p.ref = ? and p.provider_id = ?""")
                .params(ref.value(), actor.organisation())
                .query((row, n) -> new Own(
                        row.getObject("id", UUID.class), new PackageId(row.getObject("care_package_id", UUID.class))))
                .optional();
    }

    boolean exists(PlacementRef ref) {
        return jdbc.sql("select exists (select from placements.placement where ref = ?)")
                .param(ref.value())
                .query(Boolean.class)
                .single();
    }

    List<Suspension> ofPlacement(PlacementRef ref) {
        return jdbc.sql(SELECT + "where p.ref = :ref order by a.away_at desc, a.absence_id")
                .param("ref", ref.value())
                .query((row, n) -> suspension(row))
                .list();
    }

    /** Latest first, after that one. */
    List<Suspension> all(@Nullable Key after, int limit) {
        return jdbc.sql(SELECT + """
                where (cast(:at as timestamptz) is null or (a.away_at, p.id) < (:at, cast(:id as uuid)))
                order by a.away_at desc, p.id desc limit :limit""")
                .param("at", after == null ? null : Timestamp.from(after.at()))
                .param("id", after == null ? null : after.placement())
                .param("limit", limit)
                .query((row, n) -> suspension(row))
                .list();
    }

    record Key(Instant at, UUID placement) {}

    /** An absence as it concerns a placement. */
    record Which(UUID absence, UUID placement) {
        static Which of(Suspension one) {
            return new Which(one.absence(), one.placement());
        }
    }

    /**
     * The days of absences, up to that one, with the calls they suspended; none of those after a death were. All are asked for at
     * once: one by one, the file of the demonstration county took 17 seconds.
     */
    Map<Which, List<Retainer.Day>> days(List<Suspension> all, LocalDate last) {
        List<Suspension> begun = all.stream()
                .filter(one -> !until(one, last).isBefore(Zone.dayOf(one.away())))
                .toList();
        Map<Which, List<Retainer.Day>> days = new HashMap<>();
        jdbc.sql("""
                select s.absence, s.placement, c.day, count(*)::int as calls, sum(c.minutes * c.workers)::int as carer_minutes,
                    placements.rate_on(p.id, p.rate, c.day) as rate
                from unnest(cast(:absences as uuid[]), cast(:placements as uuid[]), cast(:away as timestamptz[]),
                    cast(:back as timestamptz[]), cast(:first as date[]), cast(:last as date[])) s (absence, placement, away, back, first, last)
                join placements.placement p on p.id = s.placement
                cross join lateral (select * from placements.report_calls_on(s.first, s.last) c where c.placement_id = s.placement) c
                cross join lateral (select
                    carepackages.moment_of(c.day, c.band, coalesce(c.window_from, carepackages.band_start(c.band))) as opens,
                    carepackages.moment_of(c.day, c.band, coalesce(c.window_to, carepackages.band_end(c.band))) as closes) w
                where w.closes > s.away and w.opens < coalesce(s.back, 'infinity')
                  and not exists (select from carepackages.report_absence b
                    where b.care_package_id = c.care_package_id and b.away_at < s.away and b.away_at < w.closes and b.back_at > w.opens)
                  and not exists (select from carepackages.report_death d
                    where d.care_package_id = c.care_package_id and d.died_at < w.closes)
                group by s.absence, s.placement, c.day, p.id, p.rate order by c.day""")
                .param("absences", texts(begun, Suspension::absence))
                .param("placements", texts(begun, Suspension::placement))
                .param("away", texts(begun, Suspension::away))
                .param("back", texts(begun, Suspension::back))
                .param("first", texts(begun, one -> Zone.dayOf(one.away()).minusDays(1)))
                .param("last", texts(begun, one -> until(one, last)))
                .query(row -> {
                    Which which =
                            new Which(row.getObject("absence", UUID.class), row.getObject("placement", UUID.class));
                    days.computeIfAbsent(which, none -> new ArrayList<>()).add(day(row));
                });
        return days;
    }

    private static LocalDate until(Suspension one, LocalDate last) {
        return one.back() != null && Zone.dayOf(one.back()).isBefore(last) ? Zone.dayOf(one.back()) : last;
    }

    private static @Nullable String[] texts(List<Suspension> all, Function<Suspension, @Nullable Object> of) {
        return all.stream()
                .map(of)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    private static Retainer.Day day(ResultSet row) throws SQLException {
        return new Retainer.Day(
                row.getObject("day", LocalDate.class),
                row.getInt("calls"),
                row.getInt("carer_minutes"),
                row.getBigDecimal("rate"));
    }

    /** Visits delivered after the moment from which none was due, latest first. */
    List<Flagged> flagged(@Nullable UUID placement, LocalDate since, int limit) {
        return jdbc.sql("""
                select p.package_ref, r.name as provider, v.visit_date as day, v.actual_start as start, v.user_minutes,
                    v.carer_minutes, n.why
                from carepackages.report_not_due n
                join visits.report_visit_time v on v.care_package_id = n.care_package_id and v.visit_date >= :since
                    and v.status in ('DELIVERED', 'UNPLANNED') and v.actual_start > n.from_at
                    and (n.until_at is null or v.actual_start < n.until_at)
                join placements.placement p on p.id = v.placement_id
                join providers.report_provider r on r.id = v.provider_id
                where cast(:placement as uuid) is null or p.id = :placement
                order by v.actual_start desc, p.id limit :limit""")
                .param("since", since)
                .param("placement", placement)
                .param("limit", limit)
                .query((row, n) -> new Flagged(
                        row.getString("package_ref"),
                        row.getString("provider"),
                        row.getObject("day", LocalDate.class),
                        row.getTimestamp("start").toInstant(),
                        row.getInt("user_minutes"),
                        row.getInt("carer_minutes"),
                        row.getString("why")))
                .list();
    }

    static boolean council(Actor actor) {
        return actor.isAny(Role.BROKER, Role.COMMISSIONER, Role.FINANCE);
    }

    private static Suspension suspension(ResultSet row) throws SQLException {
        Timestamp back = row.getTimestamp("back_at");
        return new Suspension(
                row.getObject("absence_id", UUID.class),
                AwayKind.valueOf(row.getString("kind")),
                row.getTimestamp("away_at").toInstant(),
                back == null ? null : back.toInstant(),
                row.getObject("placement_id", UUID.class),
                new PlacementRef(row.getString("ref")),
                row.getString("package_ref"),
                new PackageId(row.getObject("care_package_id", UUID.class)),
                row.getString("name"),
                row.getInt("days"),
                row.getBigDecimal("percent"),
                row.getBoolean("over"));
    }
}
