package cymru.pontio.demo;

import cymru.pontio.matching.Scored;
import cymru.pontio.matching.Scored.Points;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

/** Writes bids; from the decision on with their opening, scores and places, after acceptance with feedback. */
final class BidRows {
    private final Scene scene;
    private final Scores scores;

    BidRows(Scene scene, Scores scores) {
        this.scene = scene;
        this.scores = scores;
    }

    /** @return the bids as opened, best first; none while they are sealed */
    List<Scored> write(Course course, Round round) {
        List<Bid> bids = Bid.of(course, round, scene.envelopes()).stream()
                .filter(bid -> scene.past(bid.submittedAt()))
                .toList();
        boolean opened = !bids.isEmpty() && scene.past(round.decidedAt()) && round.decidedAt() <= course.withdrawnAt;
        for (Bid bid : bids) bid(course, round, bid);
        if (!opened) return List.of();
        List<Scored> ranked = scores.of(round, bids);
        UUID advert = AdvertRows.id(course.life, round);
        scene.add(
                Table.OPENING,
                advert,
                scene.cast().broker(course.life.number).id(),
                At.instant(round.decidedAt()),
                Scores.seed(round));
        for (Scored one : ranked) scored(advert, one);
        if (round.won() && scene.past(course.acceptedAt))
            feedback(ranked, bids.getFirst().id());
        return ranked;
    }

    private void bid(Course course, Round round, Bid bid) {
        Agency agency = Agency.ALL.get(bid.agency());
        SplittableRandom dice = bid.life().dice(600 + round.number() * 10 + bid.number());
        scene.add(
                Table.BID,
                bid.id(),
                bid.ref(),
                AdvertRows.id(bid.life(), round),
                scene.cast().organisation(bid.agency()),
                status(course, round, bid),
                bid.rate(),
                At.date(bid.startOn()),
                "ALL",
                agency.welsh(),
                Dice.chance(dice, 350) ? Words.one(dice, "bid_notes") : "",
                "en",
                scene.cast().provider(bid.agency()).id(),
                At.instant(bid.submittedAt()));
        for (int slot = 0; slot < bid.life().calls.size(); slot++) {
            scene.add(Table.BID_LINE, bid.id(), AdvertRows.lineId(bid.life(), round, slot));
        }
    }

    private String status(Course course, Round round, Bid bid) {
        boolean winner = bid.number() == 0 && round.won();
        if (round.won() && scene.past(course.acceptedAt)) return winner ? "SUCCESSFUL" : "UNSUCCESSFUL";
        return winner && scene.past(course.offeredAt) ? "SELECTED" : "SUBMITTED";
    }

    private void scored(UUID advert, Scored one) {
        for (Points points : one.points()) {
            scene.add(
                    Table.SCORE,
                    one.bid(),
                    points.criterion(),
                    points.weight(),
                    points.raw(),
                    points.points(),
                    points.neutral());
        }
        scene.add(Table.RANK, one.bid(), advert, one.place(), one.total(), one.drawn());
    }

    private void feedback(List<Scored> ranked, UUID winner) {
        Scored best = find(ranked, winner);
        Map<Object, Points> winning = new HashMap<>();
        for (Points points : best.points()) winning.put(points.criterion(), points);
        for (Scored one : ranked) {
            if (one.bid().equals(winner)) continue;
            for (Points points : one.points()) {
                scene.add(
                        Table.FEEDBACK,
                        one.bid(),
                        points.criterion(),
                        points.points(),
                        Objects.requireNonNull(winning.get(points.criterion())).points(),
                        points.weight());
            }
        }
    }

    static Scored find(List<Scored> ranked, UUID bid) {
        return ranked.stream().filter(one -> one.bid().equals(bid)).findFirst().orElseThrow();
    }
}
