package cymru.pontio.bidding;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.adverts.BundleFacts;
import cymru.pontio.adverts.BundleRef;
import cymru.pontio.adverts.Bundles;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.matching.Eligibility.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bids for several adverts of a bundle in one form: each is a bid like any other, and they may be wanted only together. */
@Service
public class BundleBids {
    private final BidRepository bids;
    private final TogetherRows rows;
    private final Adverts adverts;
    private final Bundles bundles;
    private final Suitability suitability;
    private final ApplicationEventPublisher events;

    BundleBids(
            BidRepository bids,
            TogetherRows rows,
            Adverts adverts,
            Bundles bundles,
            Suitability suitability,
            ApplicationEventPublisher events) {
        this.bids = bids;
        this.rows = rows;
        this.adverts = adverts;
        this.bundles = bundles;
        this.suitability = suitability;
        this.events = events;
    }

    record BidsMadeTogether(Actor by, String subject, Map<String, String> facts) implements Auditable {}

    /**
     * One advert of a bundle as its reader may bid for it.
     *
     * @param bid its live bid, if it has one
     * @param refusals why it may not bid; none if it may
     */
    public record Choice(AdvertFacts advert, @Nullable BidRef bid, List<Reason> refusals) {
        public boolean open() {
            return bid == null && refusals.isEmpty() && !advert.closed();
        }
    }

    /** What a provider finds that wants to bid for several. */
    public record Invitation(BundleFacts bundle, List<Choice> choices) {
        public List<AdvertFacts> open() {
            return choices.stream().filter(Choice::open).map(Choice::advert).toList();
        }
    }

    @Transactional(readOnly = true)
    public Invitation invitation(Actor actor, BundleRef ref) {
        BundleFacts bundle = bundles.forProvider(actor, ref);
        return new Invitation(
                bundle,
                bundle.adverts().stream().map(advert -> choice(actor, advert)).toList());
    }

    /**
     * Makes all these bids or none, by the database's clock before the deadline of each.
     *
     * @param only all of them or none shall be awarded
     */
    @Transactional
    public List<BidRef> submit(Actor actor, BundleRef ref, Map<AdvertRef, BidTerms> terms, boolean only) {
        BundleFacts bundle = bundles.forProvider(actor, ref);
        if (terms.isEmpty() || only && terms.size() < 2) throw new RuleBroken("bidding.bundle.error.several");
        List<AdvertFacts> wanted = bundle.adverts().stream()
                .filter(advert -> terms.containsKey(advert.ref()))
                .sorted(Comparator.comparing(advert -> advert.id().value()))
                .toList();
        if (wanted.size() < terms.size()) throw new RuleBroken("bidding.bundle.error.gone");
        List<AdvertFacts> held = wanted.stream()
                .map(advert -> adverts.holdForBid(actor, advert.id()))
                .toList();
        for (AdvertFacts advert : held) mustBeFree(actor, advert, Objects.requireNonNull(terms.get(advert.ref())));
        Instant now = bids.now();
        UUID id = Ids.next();
        rows.insert(id, bundle.id(), actor, only, held.size(), now);
        List<BidRef> made = new ArrayList<>();
        for (AdvertFacts advert : held) {
            Bid bid =
                    Bid.submit(bids.freeRef(), actor, advert, Objects.requireNonNull(terms.get(advert.ref())), now, id);
            bids.keep(bid);
            events.publishEvent(new BidEvents.BidSubmitted(actor, bid.ref().value()));
            made.add(bid.ref());
        }
        events.publishEvent(new BidsMadeTogether(actor, "BIDS " + id, Map.of("bids", "" + made.size())));
        return made;
    }

    private Choice choice(Actor actor, AdvertFacts advert) {
        BidRef live = bids.live(advert.id().value(), actor.organisation())
                .map(Bid::ref)
                .orElse(null);
        return new Choice(advert, live, live == null ? suitability.refusals(actor.organisation(), advert) : List.of());
    }

    private void mustBeFree(Actor actor, AdvertFacts advert, BidTerms terms) {
        if (bids.live(advert.id().value(), actor.organisation()).isPresent())
            throw new RuleBroken("bidding.error.alreadyBid");
        if (!suitability.refusals(actor.organisation(), advert).isEmpty())
            throw new RuleBroken("bidding.bundle.error.gone");
        suitability.require(terms, advert);
    }
}
