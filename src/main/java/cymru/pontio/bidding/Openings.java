package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.AdvertLine;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.bidding.BidEvents.BidSetAside;
import cymru.pontio.bidding.BidEvents.BidsOpened;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.matching.Scored;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bids of a round from the opening, which happens once and not before the deadline, to the decision. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Openings {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BidRepository bids;
    private final Adverts adverts;
    private final Suitability suitability;
    private final ScoreSheet sheet;
    private final TogetherRows together;
    private final ApplicationEventPublisher events;

    Openings(
            BidRepository bids,
            Adverts adverts,
            Suitability suitability,
            ScoreSheet sheet,
            TogetherRows together,
            ApplicationEventPublisher events) {
        this.bids = bids;
        this.adverts = adverts;
        this.suitability = suitability;
        this.sheet = sheet;
        this.together = together;
        this.events = events;
    }

    List<RankedBid> opened(Actor actor, AdvertId id) {
        AdvertFacts advert = adverts.facts(id);
        if (!sheet.isOpened(id)) open(actor, advert);
        Map<UUID, Bid> byId = bids.ofRound(id.value()).stream().collect(Collectors.toMap(Bid::id, Function.identity()));
        Map<UUID, Together> others = together.ofRound(id);
        return sheet.of(id).stream()
                .map(score ->
                        ranked(Objects.requireNonNull(byId.get(score.bid())), advert, others.get(score.bid()), score))
                .toList();
    }

    private void open(Actor actor, AdvertFacts sealed) {
        if (!sealed.closed()) throw new RuleBroken("bidding.error.sealed");
        AdvertFacts advert = adverts.holdForDecision(sealed.id());
        if (sheet.isOpened(advert.id())) return; // by somebody we have just waited for
        long drawSeed = RANDOM.nextLong();
        sheet.open(actor, advert.id(), drawSeed);
        List<Bid> submitted = bids.ofRound(advert.id().value(), BidStatus.SUBMITTED);
        submitted.stream().filter(bid -> !mayBeOffered(bid, advert)).forEach(bid -> setAside(actor, bid, advert));
        List<Bid> standing = submitted.stream()
                .filter(bid -> bid.status() == BidStatus.SUBMITTED)
                .toList();
        sheet.write(advert.id(), suitability.rank(advert, standing, drawSeed));
        events.publishEvent(new BidsOpened(
                actor, advert.ref().value(), Map.of("bids", "" + standing.size(), "drawSeed", "" + drawSeed)));
    }

    /** The others lose, and each learns how its points compare with the winner’s. */
    void settle(Bid winner) {
        for (Bid other : bids.ofRound(winner.advert().value(), BidStatus.SUBMITTED)) {
            other.lose();
            bids.saveAndFlush(other);
        }
        sheet.compareWith(winner.id());
    }

    List<Feedback> feedback(Bid bid) {
        return sheet.feedback(bid.id());
    }

    /** Bids that were not scored because their providers might no longer be offered work at the opening. */
    List<BidRef> setAside(AdvertId advert) {
        return bids.ofRound(advert.value(), BidStatus.SET_ASIDE).stream()
                .map(Bid::ref)
                .toList();
    }

    private void setAside(Actor actor, Bid bid, AdvertFacts advert) {
        bid.setAside();
        bids.saveAndFlush(bid);
        events.publishEvent(new BidSetAside(
                actor, bid.ref().value(), Map.of("advert", advert.ref().value())));
    }

    private RankedBid ranked(Bid bid, AdvertFacts advert, @Nullable Together others, Scored score) {
        BidTerms terms = bid.terms();
        return new RankedBid(
                bid.id(),
                bid.ref(),
                bid.provider(),
                suitability.nameOf(bid.provider()),
                terms.rate(),
                terms.exceptional(),
                terms.start(),
                bid.coverage(),
                terms.lines().stream().map(line -> offered(line, advert)).toList(),
                terms.welshOffered(),
                terms.note(),
                terms.language(),
                bid.status(),
                bid.status() == BidStatus.SUBMITTED
                        && mayBeOffered(bid, advert)
                        && (others == null || !others.broken()),
                others,
                score);
    }

    private boolean mayBeOffered(Bid bid, AdvertFacts advert) {
        return suitability.refusals(bid.provider(), advert).isEmpty();
    }

    private static RankedBid.OfferedLine offered(BidLine line, AdvertFacts advert) {
        AdvertLine asked = advert.lines().stream()
                .filter(one -> one.id().equals(line.advertLine()))
                .findFirst()
                .orElseThrow();
        return new RankedBid.OfferedLine(asked.id(), asked.callLine(), line.from(), line.until());
    }
}
