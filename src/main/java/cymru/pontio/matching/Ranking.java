package cymru.pontio.matching;

import cymru.pontio.adverts.Criterion;
import cymru.pontio.matching.Scored.Points;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/** Puts scored offers in order. Equal points: the earlier start, then the better quality, then the draw. */
final class Ranking {
    /** An offer before it has a place. */
    record Entry(Offer offer, List<Points> points) {
        BigDecimal total() {
            return points.stream().map(Points::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        LocalDate start() {
            return offer.start();
        }

        BigDecimal quality() {
            return points.stream()
                    .filter(one -> one.criterion() == Criterion.QUALITY)
                    .map(Points::points)
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
        }
    }

    private static final Comparator<Entry> MERIT = Comparator.comparing(Entry::total, Comparator.reverseOrder())
            .thenComparing(Entry::start)
            .thenComparing(Entry::quality, Comparator.reverseOrder());

    private Ranking() {}

    static List<Scored> of(List<Entry> entries, long drawSeed) {
        List<UUID> drawn = draw(entries, drawSeed);
        List<Entry> ranked = entries.stream()
                .sorted(MERIT.thenComparing(entry -> drawn.indexOf(entry.offer().bid())))
                .toList();
        return IntStream.range(0, ranked.size())
                .mapToObj(i -> scored(ranked.get(i), i + 1, isEqualToAnother(ranked.get(i), ranked)))
                .toList();
    }

    /** The bids in the order of their ids' letters, shuffled by the seed: whoever has the seed can do it again. */
    private static List<UUID> draw(List<Entry> entries, long seed) {
        List<UUID> bids = new ArrayList<>(entries.stream()
                .map(entry -> entry.offer().bid())
                .sorted(Comparator.comparing(UUID::toString))
                .toList());
        Collections.shuffle(bids, new SplittableRandom(seed));
        return bids;
    }

    private static boolean isEqualToAnother(Entry entry, List<Entry> all) {
        return all.stream().anyMatch(other -> other != entry && MERIT.compare(other, entry) == 0);
    }

    private static Scored scored(Entry entry, int place, boolean drawn) {
        Offer offer = entry.offer();
        return new Scored(offer.bid(), offer.provider(), entry.points(), entry.total(), place, drawn);
    }
}
