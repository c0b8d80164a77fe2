package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.BundleRef;
import cymru.pontio.kernel.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows that say which bids were made together. */
@Repository
class TogetherRows {
    private static final String SELECT = """
            select m.id as bid, b.id, n.ref as bundle, b.only_together,
                not exists (select from bidding.bid o join adverts.advert r on r.id = o.advert_id
                    where o.bundle_bid_id = b.id and (o.status not in ('SUBMITTED', 'SELECTED', 'SUCCESSFUL')
                        or o.status = 'SUBMITTED' and r.status <> 'OPEN')) as whole,
                array(select o.ref from bidding.bid o where o.bundle_bid_id = b.id order by o.ref) as bids
            from bidding.bid m
            join bidding.bundle_bid b on b.id = m.bundle_bid_id
            join adverts.bundle n on n.id = b.bundle_id\s""";

    private final JdbcClient jdbc;

    TogetherRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, UUID bundle, Actor by, boolean only, int bids, Instant at) {
        jdbc.sql("""
                insert into bidding.bundle_bid (id, bundle_id, provider_id, only_together, bids, submitted_by, submitted_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(id, bundle, by.organisation(), only, bids, by.userId(), Timestamp.from(at))
                .update();
    }

    Optional<Together> of(UUID bid) {
        return jdbc.sql(SELECT + "where m.id = ?")
                .param(bid)
                .query((row, n) -> together(row))
                .optional();
    }

    /** By the id of the bid, of the bids of a round that were made with others. */
    Map<UUID, Together> ofRound(AdvertId advert) {
        Map<UUID, Together> found = new HashMap<>();
        jdbc.sql(SELECT + "where m.advert_id = ?").param(advert.value()).query(row -> {
            found.put(row.getObject("bid", UUID.class), together(row));
        });
        return found;
    }

    private static Together together(ResultSet row) throws SQLException {
        return new Together(
                row.getObject("id", UUID.class),
                new BundleRef(row.getString("bundle")),
                row.getBoolean("only_together"),
                row.getBoolean("whole"),
                Arrays.stream((String[]) row.getArray("bids").getArray())
                        .map(BidRef::new)
                        .toList());
    }
}
