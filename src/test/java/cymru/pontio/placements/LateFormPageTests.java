package cymru.pontio.placements;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A form that could only be refused says so before anybody writes. */
@PontioTest
class LateFormPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Awards awards;

    @Autowired
    Revocations revocations;

    @Autowired
    Clock clock;

    /** Seeded fault: open the form for whatever award can be seen. */
    @Test
    void anAwardIsRefusedByTheSecondPersonWhileItWaits() {
        AwardRef award = examples.proposed(county, examples.approved(county), county.providerA());
        String form = "/en/awards/" + award + "/refusal";
        assertThat(get(form, county.commissioner())).hasStatusOk();
        assertThat(get(form, county.broker())).hasStatus(409);
        awards.approve(county.commissioner(), award);
        assertThat(get(form, county.commissioner()))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "already offered to the provider", county.commissioner().name());
    }

    /** Seeded fault: open the form for whatever offer is one’s own. */
    @Test
    void anOfferIsDeclinedWhileItWaits() {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerA());
        String form = "/en/offers/" + award + "/refusal";
        assertThat(get(form, county.providerA())).hasStatusOk();
        examples.accepted(award, county.providerA());
        assertThat(get(form, county.providerA()))
                .hasStatus(409)
                .bodyText()
                .contains("already accepted by " + county.providerA().name());
    }

    /** Seeded fault: open the form for whatever award can be seen. */
    @Test
    void anAwardIsTakenBackOnceAndBeforeTheFirstVisit() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        String form = "/en/awards/" + accepted.award() + "/revocation";
        revocations.ask(county.commissioner(), accepted.award(), "Wrong provider");
        assertThat(get(form, county.otherCommissioner())).hasStatus(409);
        revocations.refuse(county.otherCommissioner(), accepted.award());
        assertThat(get(form, county.otherCommissioner())).hasStatusOk();
        examples.live(accepted, Zone.dayOf(clock.instant()).minusDays(3));
        assertThat(get(form, county.otherCommissioner()))
                .hasStatus(409)
                .bodyText()
                .contains("Care began with the first visit");
    }

    /** Seeded fault: open the form for whatever placement can be seen. */
    @Test
    void aStartFailsOnceItIsDueAndWhileNobodyWasVisited() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        String form = "/en/placements/" + accepted.ref() + "/failed-start";
        assertThat(get(form, county.broker())).hasStatus(409).bodyText().contains("has not come yet");
        examples.due(accepted.ref(), Zone.dayOf(clock.instant()));
        assertThat(get(form, county.broker())).hasStatusOk();
        examples.live(accepted, Zone.dayOf(clock.instant()).minusDays(3));
        assertThat(get(form, county.broker())).hasStatus(409).bodyText().contains("already started");
        assertThat(mvc.post().uri(form).with(as(county.broker())).with(csrf()).param("reason", ""))
                .hasStatus(409);
    }

    private MvcTestResult get(String page, Actor actor) {
        return mvc.get().uri(page).with(as(actor)).exchange();
    }
}
