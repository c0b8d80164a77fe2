package cymru.pontio.matching;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.pledge.PledgeQuality;
import cymru.pontio.providers.pledge.Pledges;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** How good the offers of a round are: the same criteria as {@link Market} has for providers that have not bid. */
@Service
public class Matching {
    private final Function<LocalDate, PledgeQuality> pledge;

    @Autowired
    Matching(Pledges pledges) {
        pledge = pledges::qualityOn;
    }

    private Matching() {
        pledge = day -> PledgeQuality.NONE;
    }

    /** Scores as if there were no pledge. */
    public static Matching withoutPledge() {
        return new Matching();
    }

    /**
     * Scores and ranks offers. Price: weight x lowest rate / this rate. Start: weight x max(0, 1 - days late / 7). Ties:
     * earlier start, then quality, then a draw from the seed; never the time of bidding. The pledge counts in quality as
     * the council had set it for the day of the deadline, which is not at all unless it says so.
     *
     * @param bidders each offer's provider among them
     * @param drawSeed recorded with the result, so that anybody can draw again
     */
    public List<Scored> rank(AdvertFacts advert, List<Offer> offers, Collection<Supplier> bidders, long drawSeed) {
        Work work = Work.of(advert, Set.of(), Set.of());
        PledgeQuality quality = pledge.apply(Zone.dayOf(advert.deadline()));
        Map<UUID, Supplier> byId =
                bidders.stream().collect(Collectors.toMap(Supplier::id, Function.identity(), (one, same) -> one));
        int[] ratings = offers.stream()
                .mapToInt(offer -> Ratings.rating(bidder(byId, offer).provider(), quality))
                .toArray();
        int lowest = offers.stream()
                .mapToInt(offer -> Answer.of(work, offer).pence())
                .min()
                .orElse(0);
        Scoring scoring = new Scoring(work, lowest, lowest, Ratings.middle(ratings));
        List<Ranking.Entry> entries = offers.stream()
                .map(offer -> {
                    Supplier bidder = bidder(byId, offer);
                    int rating = Ratings.rating(bidder.provider(), quality);
                    return new Ranking.Entry(offer, scoring.points(bidder, rating, Answer.of(work, offer)));
                })
                .toList();
        return Ranking.of(entries, drawSeed);
    }

    /** How often the pledge counts in the quality of this round, beside the other parts; nought if not at all. */
    public int pledgeWeight(AdvertFacts advert) {
        return pledge.apply(Zone.dayOf(advert.deadline())).weight();
    }

    /** Every hard rule that keeps a provider from bidding. What a bid says itself is not among them. */
    static Eligibility eligibility(Work work, Supplier supplier, LocalDate on) {
        List<Eligibility.Reason> reasons = Arrays.stream(Rule.values())
                .filter(rule -> !rule.answeredByBid())
                .map(rule -> rule.judge(work, supplier, on))
                .filter(Verdict.Broken.class::isInstance)
                .flatMap(verdict -> verdict.causes().stream())
                .map(Cause::own)
                .toList();
        return reasons.isEmpty() ? new Eligibility.Eligible() : new Eligibility.Refused(reasons);
    }

    private static Supplier bidder(Map<UUID, Supplier> byId, Offer offer) {
        return Objects.requireNonNull(byId.get(offer.provider()), "each offer's provider must be given");
    }
}
