package cymru.pontio.adverts.weighting;

import cymru.pontio.adverts.Weights;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Lot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of sets. */
@Repository
class WeightSetRows {
    private final JdbcClient jdbc;

    WeightSetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The database's clock. */
    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** One for each lot. */
    List<WeightSet> inForce(LocalDate day) {
        return jdbc.sql("""
                select distinct on (lot) * from adverts.weight_set where status = 'APPROVED' and starts_on <= :day
                order by lot, starts_on desc, number desc""").param("day", day).query((row, n) -> set(row)).list();
    }

    /** The latest first. */
    List<WeightSet> of(Lot lot) {
        return jdbc.sql("select * from adverts.weight_set where lot = ? order by number desc")
                .param(lot.name())
                .query((row, n) -> set(row))
                .list();
    }

    Optional<WeightSet> find(Lot lot, int number) {
        return jdbc.sql("select * from adverts.weight_set where lot = ? and number = ?")
                .params(lot.name(), number)
                .query((row, n) -> set(row))
                .optional();
    }

    /** Whoever decides holds it until the end of the transaction; the state is read after the wait. */
    Optional<WeightSet> hold(Lot lot, int number) {
        jdbc.sql("select number from adverts.weight_set where lot = ? and number = ? for update")
                .params(lot.name(), number)
                .query(Integer.class)
                .optional();
        return find(lot, number);
    }

    /** False if somebody else proposed meanwhile. */
    boolean insert(Actor by, Lot lot, WeightSetTerms terms) {
        Weights weights = terms.weights();
        return jdbc.sql("""
                insert into adverts.weight_set (lot, number, status, quality, price, start, windows, continuity, welsh, capacity, run,
                    starts_on, reason, proposed_by, proposed_by_name, proposed_at)
                select :lot, :number, 'PROPOSED', :quality, :price, :start, :windows, :continuity, :welsh, :capacity, :run,
                    :starts, :reason, :by, :name, clock_timestamp()
                where :seen = (select max(number) from adverts.weight_set where lot = :lot)
                on conflict do nothing""")
                        .param("lot", lot.name())
                        .param("number", terms.seen() + 1)
                        .param("quality", weights.quality())
                        .param("price", weights.price())
                        .param("start", weights.start())
                        .param("windows", weights.windows())
                        .param("continuity", weights.continuity())
                        .param("welsh", weights.welsh())
                        .param("capacity", weights.capacity())
                        .param("run", weights.run())
                        .param("starts", terms.startsOn())
                        .param("reason", terms.reason())
                        .param("by", by.userId())
                        .param("name", by.name())
                        .param("seen", terms.seen())
                        .update()
                == 1;
    }

    void decide(Actor by, WeightSet set, WeightSetStatus status, @Nullable String reason) {
        jdbc.sql("""
                update adverts.weight_set set status = :status, decided_by = :by, decided_by_name = :name,
                    decided_at = clock_timestamp(), decision_reason = :reason where lot = :lot and number = :number""")
                .param("status", status.name())
                .param("by", by.userId())
                .param("name", by.name())
                .param("reason", reason)
                .param("lot", set.lot().name())
                .param("number", set.number())
                .update();
    }

    /** Proposed by others, for whom this one is the second person. */
    long waitingFor(UUID account) {
        return jdbc.sql("select count(*) from adverts.weight_set where status = 'PROPOSED' and proposed_by <> ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private static WeightSet set(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new WeightSet(
                Lot.valueOf(row.getString("lot")),
                row.getInt("number"),
                WeightSetStatus.valueOf(row.getString("status")),
                new Weights(
                        row.getInt("quality"),
                        row.getInt("price"),
                        row.getInt("start"),
                        row.getInt("windows"),
                        row.getInt("continuity"),
                        row.getInt("welsh"),
                        row.getInt("capacity"),
                        row.getInt("run")),
                row.getObject("starts_on", LocalDate.class),
                row.getString("reason"),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_by_name"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("decided_by_name"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_reason"));
    }
}
