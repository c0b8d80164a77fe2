package cymru.pontio.placements;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertStatus;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.adverts.BundleFacts;
import cymru.pontio.adverts.BundleRef;
import cymru.pontio.adverts.Bundles;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.bidding.Bids;
import cymru.pontio.bidding.RankedBid;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.placements.Combination.Pick;
import cymru.pontio.placements.Combination.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Awarding the adverts of a bundle, whole or split, all of the choice in one moment. */
@Service
public class BundleAwards {
    private final Bundles bundles;
    private final CarePackages packages;
    private final Adverts adverts;
    private final Bids bids;
    private final Awarding awarding;
    private final AwardQueue queue;

    BundleAwards(
            Bundles bundles, CarePackages packages, Adverts adverts, Bids bids, Awarding awarding, AwardQueue queue) {
        this.bundles = bundles;
        this.packages = packages;
        this.adverts = adverts;
        this.bids = bids;
        this.awarding = awarding;
        this.queue = queue;
    }

    /**
     * How the bundle may be awarded.
     *
     * @param rows adverts that are to be decided and for which no award waits
     * @param others those that are decided, taken back, or wait for an answer
     */
    public record State(BundleFacts bundle, List<Row> rows, List<Other> others, List<Combination> combinations) {
        /** Adverts for which nobody can be chosen: what is left to do is to close their rounds. */
        public List<Row> unbid() {
            return rows.stream()
                    .filter(row -> combinations.isEmpty() || row.bids().isEmpty())
                    .toList();
        }
    }

    /** An advert about which nothing is to decide here, and the package whose page of awards says more. */
    public record Other(AdvertFacts advert, PackageRef carePackage) {}

    /** Refused before the deadline; opens the bids of each advert as looking at them one by one does. */
    @Transactional
    public State state(Actor actor, BundleRef ref) {
        BundleFacts bundle = bundles.facts(actor, ref);
        List<Row> rows = new ArrayList<>();
        List<Other> others = new ArrayList<>();
        for (AdvertFacts advert : bundle.adverts()) {
            PackageFacts facts = packages.facts(advert.carePackage());
            if (advert.status() != AdvertStatus.OPEN
                    || queue.ofPackage(facts.id()).stream()
                            .anyMatch(award -> award.status().open())) others.add(new Other(advert, facts.ref()));
            else rows.add(row(actor, advert, facts));
        }
        return new State(bundle, rows, others, Combination.worthwhile(rows, this::pick));
    }

    /** What it would mean to award to these bids; what is wanted only together must be there whole. */
    @Transactional
    public Combination review(Actor actor, BundleRef ref, List<BidRef> chosen) {
        State state = state(actor, ref);
        state.others().forEach(other -> mustNotBeChosen(actor, other.advert(), chosen));
        state.rows().forEach(row -> mustStand(actor, row.advert(), chosen));
        return combination(state.rows(), chosen).mustBeWhole();
    }

    /** Whoever chooses what somebody else decided meanwhile is told who did. */
    private void mustNotBeChosen(Actor actor, AdvertFacts decided, List<BidRef> chosen) {
        if (decided.status() != AdvertStatus.OPEN && decided.status() != AdvertStatus.AWARDED) return;
        if (bids.opened(actor, decided.id()).stream().noneMatch(bid -> chosen.contains(bid.ref()))) return;
        adverts.mustNotBeOver(decided);
        queue.mustBeFree(decided.carePackage());
        throw new RuleBroken("placements.error.bundleMoved");
    }

    /**
     * Proposes all of these or none; offers go out at once where nobody need be asked.
     *
     * @param reason why not the best bid that stands, wherever one is not
     */
    @Transactional
    public List<AwardRef> propose(Actor actor, BundleRef ref, List<BidRef> chosen, String reason) {
        BundleFacts bundle = bundles.facts(actor, ref);
        bundle.adverts().stream()
                .map(AdvertFacts::carePackage)
                .sorted(Comparator.comparing(id -> id.value()))
                .forEach(packages::hold);
        List<Row> rows = new ArrayList<>();
        Set<BidRef> wanted = new HashSet<>(chosen);
        for (AdvertFacts advert : bundle.adverts()) {
            if (advert.status() != AdvertStatus.OPEN) continue;
            wanted.forEach(bid -> bids.mustNotBeWithdrawn(actor, advert.id(), bid));
            Row row = row(actor, advert, packages.facts(advert.carePackage()));
            if (row.bids().stream().noneMatch(bid -> wanted.contains(bid.ref()))) continue;
            adverts.holdForAward(row.facts().id());
            queue.mustBeFree(row.facts().id());
            rows.add(row(actor, advert, packages.facts(advert.carePackage())));
        }
        if (rows.size() < wanted.size()) throw new RuleBroken("placements.error.bundleMoved");
        Combination combination = combination(rows, chosen).mustBeWhole();
        String why = reason.isBlank() ? null : reason.strip();
        List<AwardRef> made = new ArrayList<>();
        for (List<Pick> group : combination.together().values()) made.addAll(together(group, why, actor));
        for (Pick one : combination.picks())
            if (!one.bid().onlyTogether()) made.add(awarding.propose(one.facts(), terms(one, why), actor));
        return made;
    }

    private List<AwardRef> together(List<Pick> group, @Nullable String why, Actor actor) {
        UUID others = Ids.next();
        return awarding.proposeTogether(
                group.stream().map(Pick::facts).toList(),
                group.stream().map(one -> terms(one, why).standingWith(others)).toList(),
                actor);
    }

    /** A page opened earlier may still offer what is wanted with something that is gone. */
    private void mustStand(Actor actor, AdvertFacts advert, List<BidRef> chosen) {
        bids.opened(actor, advert.id()).stream()
                .filter(bid -> chosen.contains(bid.ref()) && !bid.selectable())
                .findFirst()
                .ifPresent(bid -> {
                    throw new RuleBroken("placements.error.bidGone", bid.providerName());
                });
    }

    private Row row(Actor actor, AdvertFacts advert, PackageFacts facts) {
        List<RankedBid> standing = bids.opened(actor, advert.id()).stream()
                .filter(RankedBid::selectable)
                .sorted(Comparator.comparingInt(bid -> bid.score().place()))
                .toList();
        return new Row(advert, facts, standing);
    }

    private Combination combination(List<Row> rows, List<BidRef> chosen) {
        List<Pick> picks = new ArrayList<>();
        List<AdvertFacts> left = new ArrayList<>();
        for (Row row : rows)
            row.bids().stream()
                    .filter(bid -> chosen.contains(bid.ref()))
                    .findFirst()
                    .ifPresentOrElse(bid -> picks.add(pick(row, bid)), () -> left.add(row.advert()));
        if (picks.isEmpty() || picks.size() < new HashSet<>(chosen).size()) throw new NotFound();
        return new Combination(picks, left);
    }

    private Pick pick(Row row, RankedBid bid) {
        boolean top = row.bids().getFirst().id().equals(bid.id());
        AwardTerms terms = AwardTerms.ofBid(row.advert().id(), bid, top, null, null);
        var hours = terms.hours(row.facts());
        return new Pick(
                row.advert(),
                row.facts(),
                bid,
                hours,
                bid.rate().forMinutes(hours.carer().minutes()),
                terms.costAYear(row.facts()),
                awarding.plan(row.facts(), terms),
                top);
    }

    private static AwardTerms terms(Pick one, @Nullable String why) {
        return AwardTerms.ofBid(one.advert().id(), one.bid(), one.top(), null, one.top() ? null : why);
    }
}
