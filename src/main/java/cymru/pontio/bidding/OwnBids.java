package cymru.pontio.bidding;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.HomeTile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of a provider’s own bids, latest first. Rivals’ are not counted, not even as page numbers. */
@Component
class OwnBids implements HomeTile {
    private final JdbcClient jdbc;

    OwnBids(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param status only these, or all
     * @param before only those submitted before this one
     */
    record Filter(@Nullable BidStatus status, @Nullable BidRef before, int limit) {}

    /**
     * @param over the round ended without an award, and with it a bid that had still stood
     * @param fallen why it has not the work although it was offered; none for most
     */
    record Row(
            String ref,
            String advertRef,
            String localityEn,
            String localityCy,
            BidStatus status,
            boolean over,
            @Nullable Fallen fallen,
            Money rate,
            LocalDate start,
            Instant submittedAt,
            Instant deadline) {
        /** As files say it. */
        String standing() {
            if (fallen != null) return "OFFER_" + fallen;
            return over ? "ROUND_ENDED" : status.name();
        }
    }

    @Transactional(readOnly = true)
    public List<Row> rows(Actor actor, Filter filter) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        BidStatus status = filter.status();
        BidRef before = filter.before();
        return jdbc.sql("""
                select b.ref, r.ref as advert_ref, l.name_en, l.name_cy, b.status, o.over, f.status as fallen, b.rate, b.start_on, b.submitted_at, r.deadline
                from bidding.bid b
                join adverts.report_round r on r.id = b.advert_id
                join areas.report_locality l on l.code = r.locality
                cross join lateral (
                    select b.status = 'SUBMITTED' and r.status in ('NO_SUITABLE_BID', 'CANCELLED') as over) o
                left join placements.report_fallen_offer f on f.bid_id = b.id
                where b.provider_id = :provider
                  and (cast(:status as text) is null or
                      case when o.over then 'UNSUCCESSFUL' else b.status end = :status)
                  and (cast(:before as text) is null or (b.submitted_at, b.id) <
                      (select last.submitted_at, last.id from bidding.bid last
                       where last.ref = :before and last.provider_id = :provider))
                order by b.submitted_at desc, b.id desc limit :limit""")
                .param("provider", actor.organisation())
                .param("status", status == null ? null : status.name())
                .param("before", before == null ? null : before.value())
                .param("limit", filter.limit())
                .query((row, n) -> row(row))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Tile> of(Actor actor) {
        if (!actor.ofProvider() && !actor.is(Role.INHOUSE_COORDINATOR)) return List.of();
        long standing =
                jdbc.sql("""
                select count(*) from bidding.bid b join adverts.report_round r on r.id = b.advert_id
                where b.provider_id = ? and b.status = 'SUBMITTED' and r.status = 'OPEN'""").param(actor.organisation()).query(Long.class).single();
        return List.of(new Tile(30, standing, "bidding.tile", "/bids?status=SUBMITTED"));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("ref"),
                row.getString("advert_ref"),
                row.getString("name_en"),
                row.getString("name_cy"),
                BidStatus.valueOf(row.getString("status")),
                row.getBoolean("over"),
                row.getString("fallen") == null ? null : Fallen.valueOf(row.getString("fallen")),
                new Money(row.getBigDecimal("rate")),
                row.getObject("start_on", LocalDate.class),
                row.getTimestamp("submitted_at").toInstant(),
                row.getTimestamp("deadline").toInstant());
    }
}
