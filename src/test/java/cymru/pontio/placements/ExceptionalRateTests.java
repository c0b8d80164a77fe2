package cymru.pontio.placements;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.bidding.BidExamples;
import cymru.pontio.bidding.BidRef;
import cymru.pontio.bidding.BidTerms;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The route for rates above the ceiling, from its opening to the award. In Welshpool, where no other test bids. */
@PontioTest
class ExceptionalRateTests {
    @Autowired
    AdvertExamples adverts;

    @Autowired
    BidExamples bids;

    @Autowired
    AwardProposals proposals;

    @Autowired
    Awards awards;

    @Autowired
    CarePackages packages;

    @Autowired
    County county;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void aRateAboveTheCeilingNeedsAnOpenWayAReasonAndACommissioner() {
        AdvertFacts advert = adverts.open(county, "welshpool");
        Actor provider = county.providerA();
        assertThatThrownBy(() -> bids.submit(provider, advert, terms(advert, "Two hours’ drive")))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("bidding.form.rate.envelope");
        openTheWay();
        assertThat(mvc.get()
                        .uri("/en/opportunities/" + advert.ref() + "/bids/new")
                        .with(as(provider)))
                .bodyText()
                .contains("opened the way for exceptions", "£35.00");
        assertThatThrownBy(() -> bids.submit(provider, advert, terms(advert, null)))
                .hasMessage("bidding.form.exceptional.missing");
        BidRef bid = bids.submit(provider, advert, terms(advert, "Two hours’ drive each way"));
        assertThatThrownBy(() -> jdbc.sql("update bidding.bid set exceptional_reason = null where ref = ?")
                        .param(bid.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update bidding.bid set rate = 35.01 where ref = ?")
                        .param(bid.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        adverts.close(advert);
        PackageRef carePackage = packages.facts(advert.carePackage()).ref();
        AwardRef award = proposals.propose(county.broker(), carePackage, bid, "");
        assertThat(awards.view(county.commissioner(), award).causes()).contains(SecondPerson.Cause.EXCEPTIONAL);
        assertThat(mvc.get().uri("/en/awards/" + award).with(as(county.commissioner())))
                .bodyText()
                .contains("Two hours’ drive each way", "The rate is above the ceiling, as an exception.");
        assertThatThrownBy(() -> awards.approve(county.manager(), award)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> jdbc.sql(
                                "update placements.award set status = 'OFFERED', respond_by = now() where ref = ?")
                        .param(award.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        awards.approve(county.commissioner(), award);
        assertThat(awards.view(county.commissioner(), award).status()).isEqualTo(AwardStatus.OFFERED);
    }

    private void openTheWay() {
        LocalDate today = Zone.dayOf(clock.instant());
        LocalDate last = today.plusDays(30);
        MvcTestResult proposed = post(
                "/en/rates/changes/new/EXCEPTION",
                county.commissioner(),
                Map.of(
                        "locality",
                        "welshpool",
                        "rate",
                        "35",
                        "reason",
                        "Nobody bids",
                        "from.day",
                        "" + today.getDayOfMonth(),
                        "from.month",
                        "" + today.getMonthValue(),
                        "from.year",
                        "" + today.getYear(),
                        "until.day",
                        "" + last.getDayOfMonth(),
                        "until.month",
                        "" + last.getMonthValue(),
                        "until.year",
                        "" + last.getYear()));
        String page = Objects.requireNonNull(proposed.getResponse().getRedirectedUrl())
                .replaceAll("\\?.*", "");
        assertThat(post(page + "/approval", county.otherCommissioner(), Map.of()))
                .hasStatus(302);
    }

    private MvcTestResult post(String page, Actor actor, Map<String, String> typed) {
        var request = mvc.post().uri(page).with(as(actor)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private static BidTerms terms(AdvertFacts advert, @Nullable String why) {
        BidTerms usual = BidExamples.terms(advert, "34.00");
        return new BidTerms(
                Money.of("34.00"), why, usual.start(), usual.lines(), usual.welshOffered(), usual.note(), "en");
    }
}
