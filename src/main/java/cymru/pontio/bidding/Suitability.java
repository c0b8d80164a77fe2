package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.bidding.BidPolicy.Mistake;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.matching.Eligibility.Eligible;
import cymru.pontio.matching.Eligibility.Reason;
import cymru.pontio.matching.Eligibility.Refused;
import cymru.pontio.matching.Offer;
import cymru.pontio.matching.Scored;
import cymru.pontio.matching.Suitabilities;
import cymru.pontio.providers.Providers;
import cymru.pontio.rates.Rates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this room asks of matching: may this provider bid, may it bid so, and how good are these bids. */
@Component
class Suitability {
    private final Suitabilities suitabilities;
    private final Providers providers;
    private final Continuity continuity;
    private final Rates rates;
    private final Clock clock;

    Suitability(Suitabilities suitabilities, Providers providers, Continuity continuity, Rates rates, Clock clock) {
        this.suitabilities = suitabilities;
        this.providers = providers;
        this.continuity = continuity;
        this.rates = rates;
        this.clock = clock;
    }

    /** The most that may be bid above the ceiling with a reason; none where the council has not opened the way. */
    @Nullable
    Money exceptionally(AdvertFacts advert) {
        return rates.exceptionallyUpTo(advert.locality(), today()).orElse(null);
    }

    /** Why this provider may not be offered this work; none if it may. */
    List<Reason> refusals(UUID provider, AdvertFacts advert) {
        return switch (suitabilities.eligibility(advert, provider)) {
            case Eligible eligible -> List.of();
            case Refused refused -> refused.reasons();
        };
    }

    /** The form has said all this already; here it is the law. */
    void require(BidTerms terms, AdvertFacts advert) {
        List<Mistake> mistakes = BidPolicy.mistakes(terms, advert, exceptionally(advert), today());
        if (mistakes.isEmpty()) return;
        Mistake first = mistakes.getFirst();
        throw new RuleBroken(first.messageKey(), first.args());
    }

    List<Scored> rank(AdvertFacts advert, List<Bid> bids, long drawSeed) {
        return suitabilities.rank(advert, bids.stream().map(this::offer).toList(), drawSeed);
    }

    String nameOf(UUID provider) {
        return providers.view(provider).name();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zone.LONDON));
    }

    private Offer offer(Bid bid) {
        BidTerms terms = bid.terms();
        return new Offer(
                bid.id(),
                bid.provider(),
                terms.rate(),
                terms.start(),
                lines(terms, BidLine::isAsAsked),
                lines(terms, Predicate.not(BidLine::isAsAsked)),
                continuity.between(bid.advert(), bid.provider()),
                terms.welshOffered());
    }

    private static Set<UUID> lines(BidTerms terms, Predicate<BidLine> which) {
        return terms.lines().stream().filter(which).map(BidLine::advertLine).collect(Collectors.toUnmodifiableSet());
    }
}
