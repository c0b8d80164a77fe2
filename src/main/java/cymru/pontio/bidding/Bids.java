package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertId;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.adverts.AdvertStatus;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.bidding.BidEvents.BidAmended;
import cymru.pontio.bidding.BidEvents.BidPassedOver;
import cymru.pontio.bidding.BidEvents.BidSelected;
import cymru.pontio.bidding.BidEvents.BidSubmitted;
import cymru.pontio.bidding.BidEvents.BidSuccessful;
import cymru.pontio.bidding.BidEvents.BidWithdrawn;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Outdated;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.matching.Eligibility.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bids: sealed until the deadline, then open to the broker with their scores. */
@Service
public class Bids {
    private final BidRepository bids;
    private final Adverts adverts;
    private final Suitability suitability;
    private final Openings openings;
    private final TogetherRows together;
    private final ApplicationEventPublisher events;

    Bids(
            BidRepository bids,
            Adverts adverts,
            Suitability suitability,
            Openings openings,
            TogetherRows together,
            ApplicationEventPublisher events) {
        this.bids = bids;
        this.adverts = adverts;
        this.suitability = suitability;
        this.openings = openings;
        this.together = together;
        this.events = events;
    }

    /** What is bid for, as the provider may know it. */
    @Transactional(readOnly = true)
    public AdvertFacts advert(Actor actor, AdvertRef ref) {
        return adverts.forProvider(actor, ref);
    }

    /** The most that may be bid above the ceiling with a reason, where the council has opened the way for exceptions. */
    @Transactional(readOnly = true)
    public Optional<Money> exceptionallyUpTo(AdvertFacts advert) {
        return Optional.ofNullable(suitability.exceptionally(advert));
    }

    /**
     * What a provider finds that wants to bid: the form, its own bid, or all reasons why it may not. Nobody fills in a bid
     * that cannot be sent any more.
     */
    @Transactional(readOnly = true)
    public Invitation invitation(Actor actor, AdvertRef ref) {
        AdvertFacts advert = adverts.forProvider(actor, ref);
        Optional<Bid> live = live(actor, advert);
        if (live.isPresent()) return new Invitation.AlreadyBid(live.get().ref());
        advert.mustTakeBids();
        List<Reason> refusals = suitability.refusals(actor.organisation(), advert);
        return refusals.isEmpty() ? new Invitation.Open() : new Invitation.NotEligible(refusals);
    }

    /** A bid counts if it came before the deadline by the database’s clock. One live bid for each provider and round. */
    @Transactional
    public Submission submit(Actor actor, AdvertRef ref, BidTerms terms) {
        AdvertFacts advert =
                adverts.holdForBid(actor, adverts.forProvider(actor, ref).id());
        if (live(actor, advert).isPresent()) throw new RuleBroken("bidding.error.alreadyBid");
        List<Reason> refusals = suitability.refusals(actor.organisation(), advert);
        if (!refusals.isEmpty()) return new Submission.NotEligible(refusals);
        suitability.require(terms, advert);
        Bid bid = bids.keep(Bid.submit(bids.freeRef(), actor, advert, terms, bids.now()));
        events.publishEvent(new BidSubmitted(actor, bid.ref().value()));
        return new Submission.Accepted(bid.ref());
    }

    /**
     * Changes the terms until the deadline. What they were is kept.
     *
     * @param version of the bid the person saw, so that an old page cannot save over a newer one
     */
    @Transactional
    public Submission amend(Actor actor, BidRef ref, BidTerms terms, long version) {
        Bid bid = own(actor, ref);
        AdvertFacts advert = adverts.holdForBid(actor, bid.advert());
        if (bid.version() != version) throw new Outdated(String.valueOf(bid.version()));
        List<Reason> refusals = suitability.refusals(actor.organisation(), advert);
        if (!refusals.isEmpty()) return new Submission.NotEligible(refusals);
        suitability.require(terms, advert);
        bid.amend(actor, advert, terms, bids.now());
        bids.keep(bid);
        events.publishEvent(new BidAmended(actor, ref.value()));
        return new Submission.Accepted(ref);
    }

    /**
     * Takes the bid back before the deadline, with all that the provider wants only together with it. It may then bid again.
     */
    @Transactional
    public void withdraw(Actor actor, BidRef ref, WithdrawalReason reason) {
        Bid asked = own(actor, ref);
        List<Bid> all = together.of(asked.id()).filter(Together::only).stream()
                .flatMap(one -> one.bids().stream())
                .map(other -> own(actor, other))
                .sorted(Comparator.comparing(bid -> bid.advert().value()))
                .toList();
        List<Bid> going = all.isEmpty() ? List.of(asked) : all;
        // A round that was taken back meanwhile does not hold the others.
        going.stream()
                .filter(bid -> bid.equals(asked) || adverts.facts(bid.advert()).status() == AdvertStatus.OPEN)
                .forEach(bid -> adverts.holdForBid(actor, bid.advert()));
        for (Bid bid : going) {
            bid.withdraw(actor, reason, bids.now());
            bids.saveAndFlush(bid);
            events.publishEvent(new BidWithdrawn(actor, bid.ref().value(), reason.name()));
        }
    }

    /** A provider’s own bid; anybody else’s is not there. */
    @Transactional(readOnly = true)
    public BidView view(Actor actor, BidRef ref) {
        Bid bid = own(actor, ref);
        AdvertFacts advert = adverts.facts(bid.advert());
        List<Reason> refusals =
                bid.status() == BidStatus.SUBMITTED ? suitability.refusals(bid.provider(), advert) : List.of();
        return BidView.of(
                bid,
                advert,
                refusals,
                openings.feedback(bid),
                together.of(bid.id()).orElse(null),
                bids.fallen(bid.id()).orElse(null));
    }

    /**
     * The opened bids of a round, best first. The first call after the deadline opens them: scores and places are worked
     * out once, written down and never change. Refused before the deadline, whoever asks.
     */
    @Transactional
    public List<RankedBid> opened(Actor actor, AdvertId advert) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return openings.opened(actor, advert);
    }

    /** Tells the council that chooses a bid of a closed round when its provider took it back. */
    @Transactional(readOnly = true)
    public void mustNotBeWithdrawn(Actor actor, AdvertId advert, BidRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        bids.withdrawn(ref.value(), advert.value()).ifPresent(bid -> {
            throw new RuleBroken(
                    "bidding.error.withdrawn",
                    suitability.nameOf(bid.provider()),
                    Objects.requireNonNull(bid.withdrawal()).at());
        });
    }

    /** Whether its provider may still be offered the work, by all the rules that its bid had to keep. */
    @Transactional
    public boolean mayBeSelected(UUID id) {
        Bid bid = held(id);
        return suitability.refusals(bid.provider(), adverts.facts(bid.advert())).isEmpty();
    }

    /** The bid was offered the work; refused if it was withdrawn or set aside meanwhile. */
    @Transactional
    public void selected(Actor actor, UUID id) {
        Bid bid = held(id);
        bid.select();
        if (!suitability.refusals(bid.provider(), adverts.facts(bid.advert())).isEmpty())
            throw new RuleBroken("bidding.error.providerMayNot");
        bids.saveAndFlush(bid);
        events.publishEvent(new BidSelected(actor, bid.ref().value()));
    }

    /** The offer fell through: the bid is out of the running and the next may be offered. */
    @Transactional
    public void passedOver(Actor actor, UUID id) {
        Bid bid = held(id);
        bid.passOver();
        bids.saveAndFlush(bid);
        events.publishEvent(new BidPassedOver(actor, bid.ref().value()));
    }

    /** The provider accepted: this bid is successful, every other standing one is not and gets its feedback. */
    @Transactional
    public void decided(Actor actor, UUID id) {
        Bid bid = held(id);
        bid.win();
        bids.saveAndFlush(bid);
        openings.settle(bid);
        events.publishEvent(new BidSuccessful(actor, bid.ref().value()));
    }

    private Bid own(Actor actor, BidRef ref) {
        actor.must(Role.PROVIDER_MANAGER, Role.PROVIDER_COORDINATOR, Role.INHOUSE_COORDINATOR);
        return bids.own(ref.value(), actor.organisation()).orElseThrow(NotFound::new);
    }

    private Optional<Bid> live(Actor actor, AdvertFacts advert) {
        return bids.live(advert.id().value(), actor.organisation());
    }

    private Bid held(UUID id) {
        return bids.held(id).orElseThrow(NotFound::new);
    }
}
