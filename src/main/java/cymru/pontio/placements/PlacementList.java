package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.WeeklyHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads placements for pages; a provider's people find their own and no others. */
@Component
class PlacementList {
    static final int PAGE = 50;

    private static final String SELECT = """
            select p.id, p.ref, a.ref as award_ref, p.care_package_id, p.package_ref, p.person_id, p.provider_id, v.name,
                p.locality, p.status, placements.rate_on(p.id, p.rate, (clock_timestamp() at time zone 'Europe/London')::date) as rate, p.agreed_start, p.first_visit_at, p.ended_on, p.end_reason, p.accepted_at,
                m.user_minutes as user_minutes_week, m.carer_minutes as carer_minutes_week, r.ended_at is null as released,
                next.from_on as next_from, next.was as next_was, next.rate as next_rate, next.proposal as next_proposal
            from placements.placement p
            join placements.award a on a.id = p.award_id
            join placements.identity_release r on r.placement_id = p.id
            join providers.report_provider v on v.id = p.provider_id
            cross join lateral placements.minutes_on(p.id, carepackages.today()) m
            left join lateral (
                select l.from_on, l.was, l.rate, l.proposal from placements.placement_rate l
                where l.placement_id = p.id and l.from_on > carepackages.today() order by l.from_on limit 1) next on true
            where (cast(:provider as uuid) is null or p.provider_id = :provider)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlacementList(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param limit how many at most; one more than a page tells whether there is another */
    List<PlacementView.Row> list(
            Actor actor, @Nullable PlacementStatus status, @Nullable PlacementRef after, int limit) {
        return jdbc.sql(SELECT + """
                and (cast(:status as text) is null or p.status = :status)
                and (cast(:after as text) is null or (p.accepted_at, p.id) <
                    (select c.accepted_at, c.id from placements.placement c
                     where c.ref = :after and (cast(:provider as uuid) is null or c.provider_id = :provider)))
                order by p.accepted_at desc, p.id desc limit :limit""")
                .param("provider", only(actor))
                .param("status", status == null ? null : status.name())
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .query(PlacementList::row)
                .list();
    }

    Optional<PlacementView.Row> find(Actor actor, PlacementRef ref) {
        return jdbc.sql(SELECT + "and p.ref = :ref")
                .param("provider", only(actor))
                .param("ref", ref.value())
                .query(PlacementList::row)
                .optional();
    }

    /** The order in force on that day. */
    ServiceOrder order(UUID placement, LocalDate day) {
        String snapshot = jdbc.sql("select placements.order_on(?, ?)::text")
                .params(placement, day)
                .query(String.class)
                .single();
        return json.readValue(snapshot, ServiceOrder.class);
    }

    /** Days from which the order was agreed anew, the latest first. */
    List<PlacementView.OrderVersion> versions(UUID placement) {
        return jdbc.sql("""
                select distinct on (from_on) from_on as "from", issued_at as issued, cause from placements.order_version
                where placement_id = ? order by from_on desc, id desc""")
                .param(placement)
                .query((row, n) -> new PlacementView.OrderVersion(
                        row.getObject("from", LocalDate.class),
                        row.getTimestamp("issued").toInstant(),
                        row.getString("cause")))
                .list();
    }

    List<PlacementView.FailedStart> failedStarts(UUID placement) {
        return jdbc.sql(
                        "select due_on as due, reason, new_start, by_name as by, at from placements.failed_start where placement_id = ? order by id")
                .param(placement)
                .query((row, n) -> new PlacementView.FailedStart(
                        row.getObject("due", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("new_start", LocalDate.class),
                        row.getString("by"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    long leaving() {
        return jdbc.sql("select count(*) from placements.placement where status = 'NOTICE_GIVEN'")
                .query(Long.class)
                .single();
    }

    long askingToLeaveEarlier() {
        return jdbc.sql("""
                select count(*) from placements.notice_in_force n join placements.placement p on p.id = n.placement_id
                where p.status = 'NOTICE_GIVEN' and n.asked_on is not null and n.risk_at is null""").query(Long.class).single();
    }

    long starting(UUID provider, LocalDate until) {
        return jdbc.sql(
                        "select count(*) from placements.placement where provider_id = ? and status = 'PENDING_START' and agreed_start <= ?")
                .params(provider, until)
                .query(Long.class)
                .single();
    }

    private static @Nullable UUID only(Actor actor) {
        return actor.isAny(Role.BROKER, Role.COMMISSIONER) ? null : actor.organisation();
    }

    private static PlacementView.Row row(ResultSet row, int n) throws SQLException {
        return new PlacementView.Row(
                row.getObject("id", UUID.class),
                new PlacementRef(row.getString("ref")),
                row.getString("award_ref"),
                row.getObject("care_package_id", UUID.class),
                row.getString("package_ref"),
                row.getObject("person_id", UUID.class),
                row.getObject("provider_id", UUID.class),
                row.getString("name"),
                row.getString("locality"),
                PlacementStatus.valueOf(row.getString("status")),
                new Money(row.getBigDecimal("rate")),
                row.getObject("agreed_start", LocalDate.class),
                AwardView.instant(row.getTimestamp("first_visit_at")),
                row.getObject("ended_on", LocalDate.class),
                row.getString("end_reason"),
                row.getTimestamp("accepted_at").toInstant(),
                WeeklyHours.ofMinutes(row.getInt("user_minutes_week"), row.getInt("carer_minutes_week")),
                row.getBoolean("released"),
                next(row));
    }

    private static PlacementRates.@Nullable Later next(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("next_from", LocalDate.class);
        return from == null
                ? null
                : new PlacementRates.Later(
                        from,
                        new Money(row.getBigDecimal("next_was")),
                        new Money(row.getBigDecimal("next_rate")),
                        row.getString("next_proposal"));
    }
}
