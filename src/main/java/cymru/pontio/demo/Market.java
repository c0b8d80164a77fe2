package cymru.pontio.demo;

import cymru.pontio.matching.Matching;
import cymru.pontio.matching.Scored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what the market made of a package: adverts, bids, award and placement. */
final class Market {
    private final Scene scene;
    private final AdvertRows adverts;
    private final BidRows bids;
    private final AwardRows awards;

    Market(Scene scene, Matching matching) {
        this.scene = scene;
        this.adverts = new AdvertRows(scene);
        this.bids = new BidRows(scene, new Scores(matching, scene));
        this.awards = new AwardRows(scene);
    }

    void write(Course course) {
        @Nullable Bid winner = null;
        List<Scored> ranked = List.of();
        for (Round round : course.rounds) {
            if (!scene.past(round.publishedAt())) continue;
            adverts.write(course, round);
            List<Scored> opened = bids.write(course, round);
            if (!round.won() || opened.isEmpty()) continue;
            ranked = opened;
            winner = Bid.of(course, round, scene.envelopes()).getFirst();
        }
        if (winner != null || course.direct) awards.write(course, winner, ranked);
    }
}
