package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.Criterion;
import cymru.pontio.kernel.Actor;
import cymru.pontio.matching.Scored;
import cymru.pontio.matching.Scored.Points;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Scores and places of opened rounds: written once, read ever after. */
@Component
class ScoreSheet {
    private final JdbcClient jdbc;

    ScoreSheet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isOpened(AdvertId advert) {
        return jdbc.sql("select exists (select 1 from bidding.opening where advert_id = ?)")
                .param(advert.value())
                .query(Boolean.class)
                .single();
    }

    void open(Actor actor, AdvertId advert, long drawSeed) {
        jdbc.sql(
                        "insert into bidding.opening (advert_id, opened_by, opened_at, draw_seed) values (?, ?, clock_timestamp(), ?)")
                .params(advert.value(), actor.userId(), drawSeed)
                .update();
    }

    void write(AdvertId advert, List<Scored> ranked) {
        for (Scored one : ranked) {
            jdbc.sql("insert into bidding.rank (bid_id, advert_id, place, total, drawn) values (?, ?, ?, ?, ?)")
                    .params(one.bid(), advert.value(), one.place(), one.total(), one.drawn())
                    .update();
            one.points().forEach(points -> write(one.bid(), points));
        }
    }

    /** Best first. */
    List<Scored> of(AdvertId advert) {
        return jdbc.sql("""
                select r.bid_id, b.provider_id, r.place, r.total, r.drawn
                from bidding.rank r join bidding.bid b on b.id = r.bid_id
                where r.advert_id = ? order by r.place""")
                .param(advert.value())
                .query((row, n) -> scored(row))
                .list();
    }

    /** What every bid of the round but the winner’s may know of the winner’s. */
    void compareWith(UUID winner) {
        jdbc.sql("""
                insert into bidding.feedback (bid_id, criterion, own, winning, weight)
                select own.bid_id, own.criterion, own.points, best.points, own.weight
                from bidding.rank won
                join bidding.rank r on r.advert_id = won.advert_id and r.bid_id <> won.bid_id
                join bidding.score own on own.bid_id = r.bid_id
                join bidding.score best on best.bid_id = won.bid_id and best.criterion = own.criterion
                where won.bid_id = ? on conflict do nothing""").param(winner).update();
    }

    List<Feedback> feedback(UUID bid) {
        return jdbc
                .sql("select criterion, own, winning, weight from bidding.feedback where bid_id = ? order by 1")
                .param(bid)
                .query(Feedback.class)
                .stream()
                .sorted(Comparator.comparing(Feedback::criterion))
                .toList();
    }

    private void write(UUID bid, Points points) {
        jdbc.sql(
                        "insert into bidding.score (bid_id, criterion, weight, raw, points, neutral) values (?, ?, ?, ?, ?, ?)")
                .params(
                        bid,
                        points.criterion().name(),
                        points.weight(),
                        points.raw(),
                        points.points(),
                        points.neutral())
                .update();
    }

    private Scored scored(ResultSet row) throws SQLException {
        UUID bid = row.getObject("bid_id", UUID.class);
        return new Scored(
                bid,
                row.getObject("provider_id", UUID.class),
                points(bid),
                row.getBigDecimal("total"),
                row.getInt("place"),
                row.getBoolean("drawn"));
    }

    private List<Points> points(UUID bid) {
        return jdbc
                .sql("select criterion, weight, raw, points, neutral from bidding.score where bid_id = ?")
                .param(bid)
                .query((row, n) -> new Points(
                        Criterion.valueOf(row.getString("criterion")),
                        row.getInt("weight"),
                        row.getString("raw"),
                        row.getBigDecimal("points"),
                        row.getBoolean("neutral")))
                .stream()
                .sorted(Comparator.comparing(Points::criterion))
                .toList();
    }
}
