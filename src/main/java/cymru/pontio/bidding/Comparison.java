package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.adverts.Criterion;
import cymru.pontio.kernel.Money;
import cymru.pontio.matching.Flip;
import cymru.pontio.matching.OfferFlips;
import cymru.pontio.matching.Scored.Points;
import cymru.pontio.providers.capacity.SpareHours;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the broker may see of a package’s bids. */
sealed interface Comparison {
    /** Not advertised yet. */
    record None() implements Comparison {}

    /** At this rate, or starting on this day. */
    record Flipped(@Nullable Money rate, @Nullable LocalDate start) {
        static Flipped of(Flip flip, AdvertFacts advert) {
            return flip.criterion() == Criterion.PRICE
                    ? new Flipped(new Money(BigDecimal.valueOf(flip.value(), 2)), null)
                    : new Flipped(null, advert.startEarliest().plusDays(flip.value()));
        }
    }

    /** Nothing but until when; not even whether there are any. */
    record Sealed(AdvertFacts advert) implements Comparison {}

    /** The council took the advert back before the bids were opened. */
    record Cancelled(AdvertFacts advert) implements Comparison {}

    /**
     * @param setAside bids of providers that could no longer be offered work at the opening: not scored
     * @param declined by name
     * @param spare how much of what is offered the provider has declared to have room for; information, not score
     */
    record Opened(
            AdvertFacts advert,
            List<RankedBid> bids,
            List<BidRef> setAside,
            List<Declines.Declined> declined,
            Map<BidRef, SpareHours.Fit> spare)
            implements Comparison {
        public List<Criterion> criteria() {
            return advert.weights().criteria();
        }

        public Points points(RankedBid bid, Criterion criterion) {
            return bid.score().points().stream()
                    .filter(one -> one.criterion() == criterion)
                    .findFirst()
                    .orElseThrow();
        }

        public Optional<RankedBid.OfferedLine> offer(RankedBid bid, AdvertLine asked) {
            return bid.lines().stream()
                    .filter(line -> line.advertLine().equals(asked.id()))
                    .findFirst();
        }

        /** The least change of its rate alone, or of its start alone, by which a bid would have been first. */
        public List<Flipped> flips(RankedBid bid) {
            int floor = advert.rateFloor().pounds().movePointRight(2).intValueExact();
            return OfferFlips.of(bids.stream().map(RankedBid::score).toList(), bid.score(), floor).stream()
                    .map(flip -> Flipped.of(flip, advert))
                    .toList();
        }

        public boolean drawn() {
            return bids.stream().anyMatch(bid -> bid.score().drawn());
        }
    }
}
