package cymru.pontio.placements;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cymru.pontio.adverts.Adverts;
import cymru.pontio.bidding.BidStatus;
import cymru.pontio.bidding.Bids;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A hold begins nothing new; what was under way goes on beneath it, and who is about to begin hears of it. */
@PontioTest
class HoldTests {
    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    AwardProposals proposals;

    @Autowired
    DirectAwards directs;

    @Autowired
    Awards awards;

    @Autowired
    Offers offers;

    @Autowired
    Revocations revocations;

    @Autowired
    Adverts board;

    @Autowired
    Bids bids;

    @Autowired
    CarePackages packages;

    @Autowired
    PlacementNews news;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    /** Seeded faults, each by itself: offer what is on hold; open the form for a direct award; let the next move up meanwhile. */
    @Test
    void nothingNewIsAwardedOfAPackageOnHold() {
        PlacementExamples.Round round = examples.round(county);
        hold(round.carePackage());
        assertOnHold(
                () -> proposals.propose(county.broker(), round.carePackage().ref(), round.best(), ""));
        PlacementExamples.Round chosen = examples.round(county);
        AwardRef second =
                proposals.propose(county.broker(), chosen.carePackage().ref(), chosen.second(), "Knows the valley");
        hold(chosen.carePackage());
        assertOnHold(() -> awards.approve(county.commissioner(), second));
        PackageFacts noRound = examples.approved(county);
        hold(noRound);
        assertOnHold(() -> examples.proposed(county, noRound, county.providerA()));
        assertOnHold(() -> directs.offer(county.broker(), noRound.ref()));
        PlacementExamples.Round declined = examples.round(county);
        AwardRef top = proposals.propose(county.broker(), declined.carePackage().ref(), declined.best(), "");
        hold(declined.carePackage());
        offers.refuse(county.providerA(), top, "No room");
        assertThat(bids.view(county.providerB(), declined.second()).status()).isEqualTo(BidStatus.SUBMITTED);
        examples.takeUpAgain(county.broker(), declined.carePackage().ref());
        proposals.propose(county.broker(), declined.carePackage().ref(), declined.second(), "");
    }

    /** The clock goes on for whoever was asked before; the yes shows when the hold ends. */
    @Test
    void anOfferThatIsOutIsAcceptedBeneathAHold() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        hold(round.carePackage());
        offers.accept(county.providerA(), award, Confirmation.NONE);
        assertThat(stands(round.carePackage())).isEqualTo(PackageStatus.ON_HOLD);
        examples.takeUpAgain(county.broker(), round.carePackage().ref());
        assertThat(stands(round.carePackage())).isEqualTo(PackageStatus.AWARDED);
    }

    @Test
    void whatEndsBeneathAHoldIsSoughtAgainAfterIt() {
        PlacementExamples.Round ended = examples.round(county);
        hold(ended.carePackage());
        board.noSuitableBid(county.broker(), ended.advert().id(), "None will do");
        examples.takeUpAgain(county.broker(), ended.carePackage().ref());
        assertThat(stands(ended.carePackage())).isEqualTo(PackageStatus.UNSOURCED);
        PlacementExamples.Accepted revoked = examples.pending(county);
        hold(revoked.carePackage());
        revocations.ask(county.commissioner(), revoked.award(), "Wrong provider");
        revocations.approve(county.otherCommissioner(), revoked.award());
        examples.takeUpAgain(county.broker(), revoked.carePackage().ref());
        assertThat(stands(revoked.carePackage())).isEqualTo(PackageStatus.UNSOURCED);
    }

    /** Seeded faults, each by itself: tell nothing of the hold; nothing of its end; remind of the start meanwhile. */
    @Test
    void whoIsAboutToBeginHearsOfAHoldAndOfItsEnd() {
        PlacementExamples.Accepted pending = examples.pending(county);
        jdbc.sql("update placements.placement set agreed_start = ? where id = ?")
                .params(Zone.dayOf(Instant.now()).plusDays(1), pending.id())
                .update();
        assertThat(reminded(pending)).isTrue();
        examples.hold(county.broker(), pending.carePackage().ref());
        assertThat(reminded(pending)).isFalse();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(pending)).contains("placements.news.held"));
        examples.takeUpAgain(county.broker(), pending.carePackage().ref());
        assertThat(reminded(pending)).isTrue();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(pending)).contains("placements.news.takenUp"));
    }

    @Test
    void theirPagesSayThatThePackageIsOnHold() {
        PlacementExamples.Accepted pending = examples.pending(county);
        examples.hold(county.broker(), pending.carePackage().ref());
        assertThat(mvc.get().uri("/en/placements/" + pending.ref()).with(as(pending.provider())))
                .hasStatusOk()
                .bodyText()
                .contains("Care does not begin until it is taken up again");
        PlacementExamples.Round round = examples.round(county);
        AwardRef offer = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        examples.hold(county.broker(), round.carePackage().ref());
        assertThat(mvc.get().uri("/cy/offers/" + offer).with(as(county.providerA())))
                .hasStatusOk()
                .bodyText()
                .contains("Gallwch ateb y cynnig");
        assertThat(mvc.get()
                        .uri("/en/packages/" + round.carePackage().ref() + "/award")
                        .with(as(county.broker())))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing new can be awarded until it is taken up again");
        assertThat(mvc.get()
                        .uri("/en/packages/" + round.carePackage().ref() + "/award/direct")
                        .with(as(county.broker())))
                .as("refused before anybody types")
                .hasStatus(409);
    }

    private void hold(PackageFacts carePackage) {
        examples.hold(county.broker(), carePackage.ref());
    }

    private PackageStatus stands(PackageFacts carePackage) {
        return packages.facts(carePackage.id()).status();
    }

    private static void assertOnHold(ThrowingCallable verb) {
        assertThatThrownBy(verb).isInstanceOf(RuleBroken.class).hasMessage("placements.error.onHold");
    }

    private boolean reminded(PlacementExamples.Accepted pending) {
        return news.due().stream().anyMatch(one -> one.path().equals("/placements/" + pending.ref()));
    }

    /** What the provider found in its inbox about the placement. */
    private List<String> told(PlacementExamples.Accepted pending) {
        return jdbc.sql("select n.message_key from notifications.inbox i join notifications.news n on n.id = i.news_id"
                        + " where n.ref = ? and i.account_id = ?")
                .params(pending.ref().value(), pending.provider().userId())
                .query(String.class)
                .list();
    }
}
