package cymru.pontio.placements;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.AdvertRef;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.adverts.BundleExamples;
import cymru.pontio.adverts.BundleFacts;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.bidding.BidTerms;
import cymru.pontio.bidding.Bids;
import cymru.pontio.bidding.BundleBids;
import cymru.pontio.bidding.RankedBid;
import cymru.pontio.bidding.WithdrawalReason;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.site.News;
import cymru.pontio.site.NewsSource;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Provider A is the better rated and wants two packages in Newtown only together. */
@PontioTest
class BrokenTogetherTests {
    @Autowired
    County county;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BundleExamples examples;

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
    Bids bids;

    @Autowired
    Adverts adverts;

    @Autowired
    CarePackages packages;

    @Autowired
    List<NewsSource> sources;

    /** Seeded fault: let a bid stand that is wanted only with one that went to somebody else. */
    @Test
    void nobodyHasToSayWhyNotWhatCanNoLongerBeHad() {
        BundleFacts bundle = examples.open(county, "newtown", "newtown");
        List<BidRef> a = bid(county.providerA(), bundle, "23.50", true);
        List<BidRef> b = bid(county.providerB(), bundle, "24.00", false);
        bundle = examples.close(county, bundle);
        AdvertFacts gone = bundle.adverts().getFirst();
        AdvertFacts left = bundle.adverts().getLast();
        bundleAwards.state(county.broker(), bundle.ref());
        AwardRef first = bundleAwards
                .propose(county.broker(), bundle.ref(), List.of(of(b, county.providerB(), gone)), "Nearer")
                .getFirst();
        awards.approve(county.commissioner(), first);
        assertThat(ofA(left, a)).as("an offer may come to nothing").matches(RankedBid::selectable);
        OfferView offer = offers.view(county.providerB(), first);
        var question = offer.spare();
        offers.accept(
                county.providerB(),
                first,
                question == null ? Confirmation.NONE : new Confirmation(true, question.seen()));
        assertThat(ofA(left, a)).matches(bid -> !bid.selectable());
        BidRef lost = of(a, county.providerA(), left);
        BundleFacts split = bundle;
        PackageRef carePackage = packages.facts(left.carePackage()).ref();
        assertThatThrownBy(() -> bundleAwards.review(county.broker(), split.ref(), List.of(lost)))
                .hasMessage("placements.error.bidGone");
        assertThatThrownBy(() -> proposals.propose(county.broker(), carePackage, lost, ""))
                .hasMessage("placements.error.bidGone");
        assertThat(get("/en/packages/" + carePackage + "/award"))
                .contains("Wanted only with all of bundle " + bundle.ref() + ", of which one can no longer be had");
        assertThat(get("/cy/packages/" + carePackage + "/bids")).contains("Ni ellir ei ddyfarnu mwyach");
        AwardRef second = bundleAwards
                .propose(county.broker(), bundle.ref(), List.of(of(b, county.providerB(), left)), "")
                .getFirst();
        assertThat(awards.view(county.broker(), second).status())
                .as("no second person where nothing better stands")
                .isEqualTo(AwardStatus.OFFERED);
    }

    /** Seeded fault: look at the other bids alone and not at their rounds. */
    @Test
    void oneThatIsTakenBackBreaksItToo() {
        BundleFacts bundle = examples.open(county, "newtown", "newtown");
        List<BidRef> a = bid(county.providerA(), bundle, "23.50", true);
        bundle = examples.close(county, bundle);
        bundleAwards.state(county.broker(), bundle.ref());
        adverts.noSuitableBid(county.otherBroker(), bundle.adverts().getFirst().id(), "Too far");
        assertThat(ofA(bundle.adverts().getLast(), a)).matches(bid -> !bid.selectable());
    }

    /** Seeded faults, each by itself: let its page say that it is sealed and stands; tell of the round that is over alone. */
    @Test
    void whoBidIsToldWhileItCanStillBidForTheOther() {
        BundleFacts bundle = examples.open(county, "newtown", "newtown");
        List<BidRef> a = bid(county.providerA(), bundle, "23.50", true);
        List<BidRef> b = bid(county.providerB(), bundle, "23.50", false);
        AdvertFacts gone = bundle.adverts().getFirst();
        AdvertFacts left = bundle.adverts().getLast();
        BidRef broken = of(a, county.providerA(), left);
        adverts.cancel(county.broker(), gone.id(), "Family takes over");
        assertThat(get("/en/bids/" + broken, county.providerA()))
                .contains("This bid can no longer be awarded", "bid for this opportunity alone")
                .doesNotContain("Sealed until");
        assertThat(get("/cy/bids/" + broken, county.providerA())).contains("Ni ellir dyfarnu’r cynnig hwn mwyach");
        assertThat(get("/en/bids/" + of(b, county.providerB(), left), county.providerB()))
                .contains("Sealed until");
        assertThat(sources.stream()
                        .filter(source -> source.actions().contains("RoundCancelled"))
                        .flatMap(
                                source -> source.of("RoundCancelled", gone.ref().value()).stream())
                        .filter(news -> news.messageKey().equals("bidding.news.broken")))
                .extracting(News::ref)
                .containsExactly(broken.value());
        bids.withdraw(county.providerA(), broken, WithdrawalReason.values()[0]);
        bids.submit(county.providerA(), left.ref(), BidExamples.terms(left, "23.50"));
    }

    private List<BidRef> bid(Actor provider, BundleFacts bundle, String rate, boolean only) {
        Map<AdvertRef, BidTerms> terms = new HashMap<>();
        bundle.adverts().forEach(advert -> terms.put(advert.ref(), BidExamples.terms(advert, rate)));
        return bundleBids.submit(provider, bundle.ref(), terms, only);
    }

    private BidRef of(List<BidRef> made, Actor provider, AdvertFacts advert) {
        return made.stream()
                .filter(ref -> bids.view(provider, ref).advert().id().equals(advert.id()))
                .findFirst()
                .orElseThrow();
    }

    private RankedBid ofA(AdvertFacts advert, List<BidRef> made) {
        return bids.opened(county.broker(), advert.id()).stream()
                .filter(bid -> made.contains(bid.ref()))
                .findFirst()
                .orElseThrow();
    }

    private String get(String path) {
        return get(path, county.broker());
    }

    private String get(String path, Actor reader) {
        var shown = mvc.get().uri(path).with(as(reader)).exchange();
        assertThat(shown).hasStatusOk();
        return new String(shown.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
