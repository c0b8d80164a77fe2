package cymru.pontio.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.adverts.BundleExamples;
import cymru.pontio.adverts.BundleFacts;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.bidding.BidStatus;
import cymru.pontio.bidding.BidTerms;
import cymru.pontio.bidding.Bids;
import cymru.pontio.bidding.BundleBids;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Provider A is the better rated; two packages in Newtown. */
@PontioTest
class BundleAwardTests {
    @Autowired
    County county;

    @Autowired
    BundleExamples examples;

    @Autowired
    PlacementExamples placements;

    @Autowired
    BundleBids bundleBids;

    @Autowired
    BundleAwards bundleAwards;

    @Autowired
    AwardProposals proposals;

    @Autowired
    Awards awards;

    @Autowired
    Offers offers;

    @Autowired
    Revocations revocations;

    @Autowired
    OfferClock clock;

    @Autowired
    Bids bids;

    @Autowired
    CarePackages packages;

    @Autowired
    Adverts adverts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private record Case(BundleFacts bundle, List<BidRef> a, List<BidRef> b) {}

    private Case open(boolean aOnly, boolean bOnly) {
        BundleFacts bundle = examples.open(county, "newtown", "newtown");
        return new Case(
                bundle,
                bid(county.providerA(), bundle, "23.50", aOnly),
                bid(county.providerB(), bundle, "24.00", bOnly));
    }

    private Case closed(boolean aOnly, boolean bOnly) {
        Case open = open(aOnly, bOnly);
        return new Case(examples.close(county, open.bundle), open.a, open.b);
    }

    private List<BidRef> bid(Actor provider, BundleFacts bundle, String rate, boolean only) {
        Map<AdvertRef, BidTerms> terms = new HashMap<>();
        bundle.adverts().forEach(advert -> terms.put(advert.ref(), BidExamples.terms(advert, rate)));
        return bundleBids.submit(provider, bundle.ref(), terms, only);
    }

    @Test
    void bidsStaySealedUntilTheDeadline() {
        Case open = open(true, false);
        assertThatThrownBy(() -> bundleAwards.state(county.broker(), open.bundle.ref()))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("bidding.error.sealed");
        assertThatThrownBy(() -> bundleAwards.state(county.providerA(), open.bundle.ref()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void combinationsAddUp() {
        Case closed = closed(true, false);
        BundleAwards.State state = bundleAwards.state(county.broker(), closed.bundle.ref());
        assertThat(state.combinations()).hasSize(2);
        Combination best = state.combinations().getFirst();
        assertThat(best.whole()).isTrue();
        assertThat(best.providers()).containsExactly("Aderyn Care");
        // 21.75 carer hours each at £23.50 is £511.125, rounded once a package.
        assertThat(best.week()).hasToString("1022.26");
        assertThat(best.userMinutes()).isEqualTo(2 * 885);
        assertThat(best.points())
                .isEqualTo(best.picks().getFirst().bid().score().total());
        assertThat(best.causes()).isEmpty();
        Combination split = state.combinations().getLast();
        assertThat(split.providers()).containsExactly("Bwthyn Care");
        assertThat(split.allTop())
                .as("the better bid stands, though only together")
                .isFalse();
    }

    /** Seeded fault: let AwardProposals and BundleAwards do without mustStandAlone and mustBeWhole; the triggers end it then. */
    @Test
    void whatIsWantedOnlyTogetherIsNeverAwardedInPart() {
        Case closed = closed(true, false);
        PackageRef first = packageOf(closed.bundle.adverts().getFirst());
        bundleAwards.state(county.broker(), closed.bundle.ref());
        BidRef one = ofAdvert(closed.a, closed.bundle.adverts().getFirst());
        refused("placements.error.onlyTogether", () -> proposals.propose(county.broker(), first, one, ""));
        refused("placements.error.onlyTogether", () -> proposals.review(county.broker(), first, one));
        refused(
                "placements.error.onlyTogether",
                () -> bundleAwards.propose(county.broker(), closed.bundle.ref(), List.of(one), ""));
        refused(
                "placements.error.onlyTogether",
                () -> bundleAwards.review(county.broker(), closed.bundle.ref(), mixed(closed)));
        for (String status : List.of("SELECTED", "SUCCESSFUL"))
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            tx -> jdbc.sql("update bidding.bid set status = ? where ref = ?")
                                    .params(status, one.value())
                                    .update()))
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("only together");
    }

    /** Two bids for one advert are a bid too many. Seeded faults, each by itself: award what is left of a choice; leave one of two out. */
    @Test
    void aChoiceThatIsNoneAwardsNothing() {
        Case closed = closed(false, false);
        AdvertFacts gone = closed.bundle.adverts().getFirst();
        bundleAwards.state(county.broker(), closed.bundle.ref());
        assertThatThrownBy(() -> bundleAwards.review(
                        county.broker(),
                        closed.bundle.ref(),
                        List.of(ofAdvert(closed.a, gone), ofAdvert(closed.b, gone))))
                .isInstanceOf(NotFound.class);
        adverts.noSuitableBid(county.otherBroker(), gone.id(), "Too far");
        refused(
                "placements.error.bundleMoved",
                () -> bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.a, ""));
        assertThat(bundleAwards.state(county.broker(), closed.bundle.ref()).others())
                .hasSize(1);
    }

    @Test
    void theWholeIsOfferedAndAcceptedWhole() {
        Case closed = closed(true, false);
        List<AwardRef> made = bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.a, "");
        assertThat(made).hasSize(2).allSatisfy(ref -> assertThat(status(ref)).isEqualTo(AwardStatus.OFFERED));
        assertThat(awards.beside(county.broker(), made.getFirst())).containsExactly(made.getLast());
        OfferView offer = offers.view(county.providerA(), made.getFirst());
        assertThat(offer.beside()).containsExactly(made.getLast());
        offers.accept(county.providerA(), made.getFirst(), confirmed(offer));
        assertThat(made).allSatisfy(ref -> assertThat(status(ref)).isEqualTo(AwardStatus.ACCEPTED));
        assertThat(closed.bundle.adverts())
                .allSatisfy(advert -> assertThat(
                                packages.facts(advert.carePackage()).status().name())
                        .isEqualTo("AWARDED"));
        assertThat(closed.b)
                .allSatisfy(ref -> assertThat(bids.view(county.providerB(), ref))
                        .satisfies(bid -> assertThat(bid.status()).isEqualTo(BidStatus.UNSUCCESSFUL))
                        .satisfies(bid -> assertThat(bid.feedback()).isNotEmpty()));
    }

    /** Seeded fault: decline the one that was asked for alone; the trigger stand_together then ends it. */
    @Test
    void aNoIsForAllAndTheNextMoveUp() {
        Case closed = closed(true, false);
        List<AwardRef> made = bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.a, "");
        offers.refuse(county.providerA(), made.getFirst(), "No workers");
        assertThat(made).allSatisfy(ref -> assertThat(status(ref)).isEqualTo(AwardStatus.DECLINED));
        assertThat(closed.a)
                .allSatisfy(ref ->
                        assertThat(bids.view(county.providerA(), ref).status()).isEqualTo(BidStatus.UNSUCCESSFUL));
        assertThat(closed.b)
                .allSatisfy(ref ->
                        assertThat(bids.view(county.providerB(), ref).status()).isEqualTo(BidStatus.SELECTED));
    }

    @Test
    void whoWantsTheWholeNeverMovesUpByItself() {
        Case closed = closed(false, true);
        List<AwardRef> made = bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.a, "");
        offers.refuse(county.providerA(), made.getFirst(), "No workers");
        assertThat(status(made.getLast())).as("each stands by itself").isEqualTo(AwardStatus.OFFERED);
        assertThat(closed.b)
                .allSatisfy(ref ->
                        assertThat(bids.view(county.providerB(), ref).status()).isEqualTo(BidStatus.SUBMITTED));
    }

    @Test
    void aSplitGoesThroughTheVerbsOfEachAward() {
        Case closed = closed(false, false);
        List<BidRef> split = mixed(closed);
        assertThatThrownBy(() -> bundleAwards.propose(county.broker(), closed.bundle.ref(), split, ""))
                .hasMessage("placements.error.reason");
        List<AwardRef> made = bundleAwards.propose(county.broker(), closed.bundle.ref(), split, "A cannot take both");
        assertThat(made.stream().map(this::status))
                .containsExactlyInAnyOrder(AwardStatus.OFFERED, AwardStatus.PROPOSED);
        assertThat(made)
                .allSatisfy(
                        ref -> assertThat(awards.beside(county.broker(), ref)).isEmpty());
    }

    @Test
    void aSecondPersonDecidesAboutTheWhole() {
        Case closed = closed(false, true);
        refused(
                "placements.error.reason",
                () -> bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.b, " "));
        List<AwardRef> made =
                bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.b, "One round for both");
        assertThat(made).allSatisfy(ref -> assertThat(status(ref)).isEqualTo(AwardStatus.PROPOSED));
        refused("placements.error.own", () -> {
            List<AwardRef> own = bundleAwards.propose(
                    county.commissioner(), closedByCommissioner().bundle.ref(), last.b, "One round for both");
            awards.approve(county.commissioner(), own.getFirst());
        });
        assertThatThrownBy(() -> awards.approve(county.manager(), made.getFirst()))
                .isInstanceOf(NotFound.class);
        awards.approve(county.commissioner(), made.getLast());
        assertThat(made).allSatisfy(ref -> assertThat(status(ref)).isEqualTo(AwardStatus.OFFERED));
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        tx -> jdbc.sql("update placements.award set status = 'DECLINED' where ref = ?")
                                .param(made.getFirst().value())
                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("stand and fall together");
    }

    /** Seeded fault: ask about each by itself; the manager whose money it is then decides about the whole. */
    @Test
    void onlyACommissionerAnswersForAwardsThatStandTogether() {
        BundleFacts open = examples.open(county, "newtown", "newtown");
        List<BidRef> dear = bid(county.providerA(), open, "32.14", true);
        BundleFacts bundle = examples.close(county, open);
        List<AwardRef> made = bundleAwards.propose(county.broker(), bundle.ref(), dear, "");
        assertThat(made)
                .allSatisfy(ref -> assertThat(awards.view(county.broker(), ref).causes())
                        .containsExactly(SecondPerson.Cause.ABOVE_PLAN));
        assertThatThrownBy(() -> awards.approve(county.manager(), made.getFirst()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> awards.refuse(county.manager(), made.getFirst(), "Too dear"))
                .isInstanceOf(NotFound.class);
        awards.approve(county.commissioner(), made.getFirst());
        assertThat(made).allSatisfy(ref -> assertThat(status(ref)).isEqualTo(AwardStatus.OFFERED));
    }

    private Case last;

    private Case closedByCommissioner() {
        last = closed(false, true);
        return last;
    }

    @Test
    void theClockRunsOutForAll() {
        Case closed = closed(true, false);
        List<AwardRef> made = bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.a, "");
        jdbc.sql("update placements.award set respond_by = now() - interval '1 minute' where ref = ?")
                .param(made.getFirst().value())
                .update();
        clock.sweep();
        assertThat(made)
                .as("the other has time left")
                .noneSatisfy(ref -> assertThat(bids.view(county.providerA(), closed.a.getFirst())
                                .status())
                        .isEqualTo(BidStatus.UNSUCCESSFUL));
        jdbc.sql("update placements.award set respond_by = now() - interval '1 minute' where ref = ?")
                .param(made.getLast().value())
                .update();
        clock.sweep();
        assertThat(made).allSatisfy(ref -> assertThat(status(ref)).isEqualTo(AwardStatus.EXPIRED));
    }

    @Test
    void theWholeIsTakenBackWhole() {
        Case closed = closed(true, false);
        List<AwardRef> made = bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.a, "");
        offers.accept(county.providerA(), made.getFirst(), confirmed(offers.view(county.providerA(), made.getFirst())));
        revocations.ask(county.commissioner(), made.getFirst(), "A mistake");
        revocations.approve(county.otherCommissioner(), made.getLast());
        assertThat(made).allSatisfy(ref -> assertThat(status(ref)).isEqualTo(AwardStatus.REVOKED));
    }

    /** Seeded fault: let only that fall whose package is over; the trigger stand_together ends it then. */
    @Test
    void theWholeFallsWithAPackageThatIsOver() {
        Case closed = closed(true, false);
        List<AwardRef> made = bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.a, "");
        placements.withdraw(county.broker(), packageOf(closed.bundle.adverts().getFirst()));
        assertThat(made).allSatisfy(ref -> assertThat(status(ref)).isEqualTo(AwardStatus.REVOKED));
    }

    /** One package to B alone and the whole to A at the same moment: one of them is told, and A never has half. */
    @RepeatedTest(5)
    void theWholeAndAPartAtOnce() throws Exception {
        Case closed = closed(true, false);
        AdvertFacts second = closed.bundle.adverts().getLast();
        bundleAwards.state(county.broker(), closed.bundle.ref());
        List<Object> ends = race(
                () -> bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.a, ""),
                () -> proposals.propose(
                        county.otherBroker(), packageOf(second), ofAdvert(closed.b, second), "Knows the valley"));
        assertThat(ends).filteredOn(RuleBroken.class::isInstance).hasSize(1);
        long selected = closed.a.stream()
                .filter(ref -> bids.view(county.providerA(), ref).status() == BidStatus.SELECTED)
                .count();
        assertThat(selected).isIn(0L, 2L);
    }

    /** Yes to one offer and no to the other of the same whole at the same moment. */
    @RepeatedTest(5)
    void yesAndNoAtOnce() throws Exception {
        Case closed = closed(true, false);
        List<AwardRef> made = bundleAwards.propose(county.broker(), closed.bundle.ref(), closed.a, "");
        Confirmation confirmation = confirmed(offers.view(county.providerA(), made.getFirst()));
        List<Object> ends = race(() -> offers.accept(county.providerA(), made.getFirst(), confirmation), () -> {
            offers.refuse(county.providerA(), made.getLast(), "No workers");
            return "no";
        });
        assertThat(ends).filteredOn(RuleBroken.class::isInstance).hasSize(1);
        assertThat(made.stream().map(this::status).distinct()).hasSize(1);
    }

    private static List<Object> race(Callable<?> one, Callable<?> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<Object>> futures = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Callable<?> call : List.of(one, other))
                futures.add(threads.submit(() -> {
                    start.await();
                    try {
                        return call.call();
                    } catch (RuntimeException lost) {
                        return lost;
                    }
                }));
        }
        List<Object> ends = new ArrayList<>();
        for (Future<Object> future : futures) ends.add(future.get());
        return ends;
    }

    private List<BidRef> mixed(Case closed) {
        return List.of(
                ofAdvert(closed.a, closed.bundle.adverts().getFirst()),
                ofAdvert(closed.b, closed.bundle.adverts().getLast()));
    }

    private BidRef ofAdvert(List<BidRef> made, AdvertFacts advert) {
        return made.stream()
                .filter(ref -> jdbc.sql("select advert_id from bidding.bid where ref = ?")
                        .param(ref.value())
                        .query(java.util.UUID.class)
                        .single()
                        .equals(advert.id().value()))
                .findFirst()
                .orElseThrow();
    }

    private PackageRef packageOf(AdvertFacts advert) {
        return packages.facts(advert.carePackage()).ref();
    }

    private AwardStatus status(AwardRef ref) {
        return awards.view(county.broker(), ref).status();
    }

    private static Confirmation confirmed(OfferView offer) {
        var question = offer.spare();
        return question == null ? Confirmation.NONE : new Confirmation(true, question.seen());
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable verb) {
        assertThatThrownBy(verb).isInstanceOf(RuleBroken.class).hasMessage(key);
    }
}
