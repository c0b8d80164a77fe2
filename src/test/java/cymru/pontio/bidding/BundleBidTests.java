package cymru.pontio.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.adverts.BundleExamples;
import cymru.pontio.adverts.BundleFacts;
import cymru.pontio.adverts.Bundles;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PontioTest
class BundleBidTests {
    @Autowired
    County county;

    @Autowired
    BundleExamples examples;

    @Autowired
    BundleBids bundleBids;

    @Autowired
    Bundles bundles;

    @Autowired
    Bids bids;

    @Autowired
    Adverts adverts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void oneFormMakesABidForEachAdvert() {
        BundleFacts bundle = examples.open(county, "newtown", "llanidloes");
        List<BidRef> made = bundleBids.submit(county.providerA(), bundle.ref(), terms(bundle, "23.50"), true);
        assertThat(made).hasSize(2);
        BidView first = bids.view(county.providerA(), made.getFirst());
        assertThat(first.together()).isNotNull().satisfies(one -> {
            assertThat(one.only()).isTrue();
            assertThat(one.bids()).containsExactlyInAnyOrderElementsOf(made);
        });
        assertThat(first.coverage()).isEqualTo(Coverage.ALL);
        assertThat(bundleBids.invitation(county.providerA(), bundle.ref()).open())
                .isEmpty();
        assertThatThrownBy(() -> bundleBids.submit(county.providerA(), bundle.ref(), terms(bundle, "24.00"), false))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("bidding.error.alreadyBid");
    }

    /** Seeded fault: leave it to the index bid_one_live, which comes after all reasons. */
    @Test
    void whoHasBidForThemIsToldSoWhateverHasHappenedSince() {
        BundleFacts bundle = examples.open(county, "newtown", "llanidloes");
        bundleBids.submit(county.providerB(), bundle.ref(), terms(bundle, "23.50"), false);
        embargo("NEW_WORK");
        try {
            assertThatThrownBy(() -> bundleBids.submit(county.providerB(), bundle.ref(), terms(bundle, "23.00"), false))
                    .hasMessage("bidding.error.alreadyBid");
        } finally {
            embargo("NONE");
        }
    }

    /** Seeded fault: take a bid for several from whoever sees the bundle. */
    @Test
    void whoMayNotBidForOneOfThemBidsForNone() {
        BundleFacts bundle = examples.open(county, "newtown", "newtown");
        assertThat(bundleBids.invitation(county.providerC(), bundle.ref()).open())
                .isEmpty();
        assertThatThrownBy(() -> bundleBids.submit(county.providerC(), bundle.ref(), terms(bundle, "24.00"), false))
                .hasMessage("bidding.bundle.error.gone");
    }

    private void embargo(String embargo) {
        jdbc.sql("update providers.provider set embargo = ? where id = ?")
                .params(embargo, county.providerB().organisation())
                .update();
    }

    @Test
    void allOfThemAreMadeOrNone() {
        BundleFacts bundle = examples.open(county, "newtown", "llanidloes");
        Map<AdvertRef, BidTerms> terms = terms(bundle, "23.50");
        AdvertFacts last = bundle.adverts().getLast();
        terms.put(last.ref(), BidExamples.terms(last, "99.00"));
        assertThatThrownBy(() -> bundleBids.submit(county.providerA(), bundle.ref(), terms, false))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("bidding.form.rate.envelope");
        assertThat(bundleBids.invitation(county.providerA(), bundle.ref()).open())
                .hasSize(2);
        assertThatThrownBy(() -> bundleBids.submit(county.providerA(), bundle.ref(), Map.of(), false))
                .hasMessage("bidding.bundle.error.several");
        assertThatThrownBy(() -> bundleBids.submit(
                        county.providerA(), bundle.ref(), Map.of(last.ref(), BidExamples.terms(last, "23.00")), true))
                .hasMessage("bidding.bundle.error.several");
    }

    /** Seeded fault: show all adverts of the bundle to whoever sees one. */
    @Test
    void nobodyIsToldOfAdvertsItMayNotSee() {
        BundleFacts bundle = examples.open(county, "newtown", "llanidloes", "welshpool");
        assertThat(bundles.forProvider(county.providerA(), bundle.ref()).adverts())
                .hasSize(3);
        assertThat(bundles.forProvider(county.providerB(), bundle.ref()).adverts())
                .extracting(AdvertFacts::locality)
                .containsExactly("newtown", "llanidloes");
        BundleFacts other = examples.open(county, "newtown", "welshpool");
        for (Actor one : List.of(county.providerB(), county.inhouse()))
            assertThatThrownBy(() -> bundles.forProvider(one, other.ref())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bundleBids.submit(county.providerB(), bundle.ref(), terms(bundle, "23.00"), true))
                .hasMessage("bidding.bundle.error.gone");
        assertThatThrownBy(() -> bundles.facts(county.providerA(), bundle.ref()))
                .isInstanceOf(NotFound.class);
    }

    /** Seeded fault: withdraw the one that was asked for alone; the trigger only_together then ends it. */
    @Test
    void whatIsWantedOnlyTogetherIsWithdrawnTogether() {
        BundleFacts bundle = examples.open(county, "newtown", "llanidloes");
        List<BidRef> made = bundleBids.submit(county.providerA(), bundle.ref(), terms(bundle, "23.50"), true);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        tx -> jdbc.sql("""
                        update bidding.bid set status = 'WITHDRAWN', withdrawn_at = now(), withdrawn_by = submitted_by,
                            withdrawn_reason = 'OTHER' where ref = ?""").param(made.getFirst().value()).update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("only together");
        bids.withdraw(county.providerA(), made.getLast(), WithdrawalReason.NO_CAPACITY);
        assertThat(made)
                .allSatisfy(ref ->
                        assertThat(bids.view(county.providerA(), ref).status()).isEqualTo(BidStatus.WITHDRAWN));
        assertThat(bundleBids.submit(county.providerA(), bundle.ref(), terms(bundle, "23.00"), false))
                .hasSize(2);
    }

    /** Seeded fault: hold every round before withdrawing; the provider could then never bid for the rest. */
    @Test
    void aRoundThatIsTakenBackDoesNotHoldTheRest() {
        BundleFacts bundle = examples.open(county, "newtown", "llanidloes");
        List<BidRef> made = bundleBids.submit(county.providerA(), bundle.ref(), terms(bundle, "23.50"), true);
        adverts.cancel(county.broker(), bundle.adverts().getFirst().id(), "Not wanted any more");
        AdvertFacts rest = bundle.adverts().getLast();
        BidRef standing = made.stream()
                .filter(ref -> bids.view(county.providerA(), ref).advert().id().equals(rest.id()))
                .findFirst()
                .orElseThrow();
        bids.withdraw(county.providerA(), standing, WithdrawalReason.OTHER);
        assertThat(made)
                .allSatisfy(ref ->
                        assertThat(bids.view(county.providerA(), ref).status()).isEqualTo(BidStatus.WITHDRAWN));
        assertThat(bids.submit(county.providerA(), rest.ref(), BidExamples.terms(rest, "23.00")))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void othersStandByThemselves() {
        BundleFacts bundle = examples.open(county, "newtown", "llanidloes");
        List<BidRef> made = bundleBids.submit(county.providerB(), bundle.ref(), terms(bundle, "23.50"), false);
        bids.withdraw(county.providerB(), made.getLast(), WithdrawalReason.NO_CAPACITY);
        assertThat(bids.view(county.providerB(), made.getFirst()).status()).isEqualTo(BidStatus.SUBMITTED);
    }

    @Test
    void whatWasBidTogetherIsNotRewritten() {
        BundleFacts bundle = examples.open(county, "newtown", "llanidloes");
        BidRef one = bundleBids
                .submit(county.providerA(), bundle.ref(), terms(bundle, "23.50"), true)
                .getFirst();
        for (String sql : List.of(
                "update bidding.bid set bundle_bid_id = null where ref = ?",
                "update bidding.bundle_bid set only_together = false where id = (select bundle_bid_id from bidding.bid where ref = ?)",
                "delete from bidding.bundle_bid where id = (select bundle_bid_id from bidding.bid where ref = ?)"))
            assertThatThrownBy(() -> jdbc.sql(sql).param(one.value()).update())
                    .as(sql)
                    .isInstanceOf(DataIntegrityViolationException.class);
    }

    static Map<AdvertRef, BidTerms> terms(BundleFacts bundle, String rate) {
        Map<AdvertRef, BidTerms> terms = new HashMap<>();
        bundle.adverts().forEach(advert -> terms.put(advert.ref(), BidExamples.terms(advert, rate)));
        return terms;
    }
}
