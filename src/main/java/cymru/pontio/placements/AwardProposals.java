package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertStatus;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.bidding.Bids;
import cymru.pontio.bidding.RankedBid;
import cymru.pontio.bidding.Together;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Choosing a provider among the opened bids of a package. */
@Service
public class AwardProposals {
    private final CarePackages packages;
    private final Adverts adverts;
    private final Bids bids;
    private final Awarding awarding;
    private final AwardQueue queue;
    private final Suppliers suppliers;

    AwardProposals(
            CarePackages packages,
            Adverts adverts,
            Bids bids,
            Awarding awarding,
            AwardQueue queue,
            Suppliers suppliers) {
        this.packages = packages;
        this.adverts = adverts;
        this.bids = bids;
        this.awarding = awarding;
        this.queue = queue;
        this.suppliers = suppliers;
    }

    /** How the package stands: bids to choose from, the award that waits for somebody, and those before it. */
    @Transactional
    public AwardState state(Actor actor, PackageRef ref) {
        PackageFacts facts = facts(actor, ref);
        List<AwardView> awards = queue.ofPackage(facts.id());
        Optional<AdvertFacts> round = adverts.latest(facts.id());
        Optional<AdvertFacts> decidable = round.filter(AwardProposals::decidable);
        List<AwardState.Choice> choices =
                decidable.map(advert -> choices(actor, facts, advert)).orElse(List.of());
        return new AwardState(
                facts,
                round.orElse(null),
                decidable.isPresent(),
                choices,
                awards,
                !suppliers.free(facts).isEmpty());
    }

    /** What it would mean to award to this bid. */
    @Transactional
    public BidReview review(Actor actor, PackageRef ref, BidRef bid) {
        PackageFacts facts = facts(actor, ref);
        AdvertFacts advert = round(facts);
        List<RankedBid> ranked = ranked(actor, advert);
        RankedBid chosen = find(ranked, bid);
        mustStandAlone(chosen);
        boolean top = isTop(ranked, chosen);
        AwardTerms terms = AwardTerms.ofBid(advert.id(), chosen, top, null, null);
        return BidReview.of(facts, advert, chosen, top, terms, awarding.plan(facts, terms), awarding.today());
    }

    /** The same, of a bid that can be chosen now. */
    @Transactional
    public BidReview toChoose(Actor actor, PackageRef ref, BidRef bid) {
        BidReview review = review(actor, ref, bid);
        queue.mustBeFree(review.facts().id());
        mustStand(review.bid());
        return review;
    }

    /**
     * Proposes the bid; where nobody need be asked, the offer goes to the provider at once.
     *
     * @param reason why not the best bid that stands; needed only then
     */
    @Transactional
    public AwardRef propose(Actor actor, PackageRef ref, BidRef bid, String reason) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        PackageFacts facts = packages.held(actor, ref);
        AdvertFacts advert = adverts.holdForAward(facts.id());
        queue.mustBeFree(facts.id());
        List<RankedBid> ranked = ranked(actor, advert);
        bids.mustNotBeWithdrawn(actor, advert.id(), bid);
        RankedBid chosen = find(ranked, bid);
        mustStandAlone(chosen);
        mustStand(chosen);
        AwardTerms terms = AwardTerms.ofBid(
                advert.id(), chosen, isTop(ranked, chosen), null, reason.isBlank() ? null : reason.strip());
        return awarding.propose(facts, terms, actor);
    }

    private List<AwardState.Choice> choices(Actor actor, PackageFacts facts, AdvertFacts advert) {
        List<RankedBid> ranked = ranked(actor, advert);
        return ranked.stream()
                .map(bid -> {
                    boolean top = isTop(ranked, bid);
                    AwardTerms terms = AwardTerms.ofBid(advert.id(), bid, top, null, null);
                    return new AwardState.Choice(bid, top, terms.costAYear(facts), awarding.plan(facts, terms));
                })
                .toList();
    }

    private PackageFacts facts(Actor actor, PackageRef ref) {
        actor.must(Role.BROKER, Role.COMMISSIONER);
        return packages.facts(actor, ref);
    }

    private AdvertFacts round(PackageFacts facts) {
        AdvertFacts advert = adverts.latest(facts.id()).orElseThrow(NotFound::new);
        adverts.mustNotBeOver(advert);
        if (!advert.closed()) throw new NotFound();
        return advert;
    }

    private static boolean decidable(AdvertFacts advert) {
        return advert.closed() && advert.status() == AdvertStatus.OPEN;
    }

    private List<RankedBid> ranked(Actor actor, AdvertFacts advert) {
        return bids.opened(actor, advert.id()).stream()
                .sorted(Comparator.comparingInt(bid -> bid.score().place()))
                .toList();
    }

    private static RankedBid find(List<RankedBid> ranked, BidRef ref) {
        return ranked.stream().filter(bid -> bid.ref().equals(ref)).findFirst().orElseThrow(NotFound::new);
    }

    /** What a provider wants only together is awarded through its bundle. */
    private static void mustStandAlone(RankedBid chosen) {
        Together together = chosen.together();
        if (together != null && together.only() && together.whole())
            throw new RuleBroken(
                    "placements.error.onlyTogether", together.bundle().value());
    }

    private static void mustStand(RankedBid chosen) {
        if (!chosen.selectable()) throw new RuleBroken("placements.error.bidGone", chosen.providerName());
    }

    /** No better bid still stands. */
    static boolean isTop(List<RankedBid> ranked, RankedBid chosen) {
        @Nullable
        RankedBid best =
                ranked.stream().filter(RankedBid::selectable).findFirst().orElse(null);
        return best != null && best.id().equals(chosen.id());
    }
}
