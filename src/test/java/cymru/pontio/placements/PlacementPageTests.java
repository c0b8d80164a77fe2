package cymru.pontio.placements;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.providers.capacity.CapacityExamples;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Award, offer and placement as each role sees them. */
@PontioTest
class PlacementPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    PeopleExamples people;

    @Autowired
    CapacityExamples capacity;

    @Autowired
    AwardProposals proposals;

    @Autowired
    Offers offers;

    @Autowired
    Revocations revocations;

    @Autowired
    OfferClock clock;

    @Autowired
    AwardQueue queue;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void theBrokerChoosesAmongTheOpenedBids(String language) {
        PlacementExamples.Round round = examples.round(county);
        String award = "/" + language + "/packages/" + round.carePackage().ref() + "/award";
        assertThat(get(award, county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Aderyn Care", "Bwthyn Care", award + "/" + round.best());
        assertThat(get(award + "/" + round.best(), county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Aderyn Care")
                .doesNotContain("textarea");
        assertThat(get(award + "/" + round.second(), county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("textarea");
        assertThat(get(award, county.manager())).hasStatus(404);
        assertThat(get(award, county.socialWorker())).hasStatus(404);
        assertThat(get(award, county.providerA())).hasStatus(404);
        assertThat(mvc.get().uri(award)).hasStatus(302).redirectedUrl().contains("/sign-in");
    }

    @Test
    void leavingTheBestBidOutNeedsAReason() {
        PlacementExamples.Round round = examples.round(county);
        String award = "/packages/" + round.carePackage().ref() + "/award";
        String[] second = {"bid", round.second().value()};
        assertThat(post("/en" + award, county.broker(), second))
                .hasStatus(422)
                .bodyText()
                .contains("Say why you do not choose");
        assertThat(post("/cy" + award, county.broker(), second))
                .hasStatus(422)
                .bodyText()
                .contains("Dywedwch pam");
        assertThat(post("/en" + award, county.broker(), "bid", round.second().value(), "reason", "Knows the valley"))
                .hasStatus(302)
                .redirectedUrl()
                .contains("/en/awards/AWD-", "done=placements.proposed");
        assertThat(get("/en" + award, county.otherBroker()))
                .bodyText()
                .contains("A commissioner decides. Not " + county.broker().name());
        assertThat(post("/en" + award, county.otherBroker(), "bid", round.best().value()))
                .hasStatus(409)
                .bodyText()
                .contains("waits for a second person", county.broker().name());
    }

    /** Seeded faults, each by itself: show the bid’s status beside it; leave it out of the file. */
    @Test
    void aBidWhoseOfferCameToNothingSaysWhy() {
        PlacementExamples.Round declined = examples.round(county);
        AwardRef first =
                proposals.propose(county.broker(), declined.carePackage().ref(), declined.best(), "");
        offers.refuse(county.providerA(), first, "No worker free");
        fellThrough(declined, "you declined the offer", "You declined the offer", "OFFER_DECLINED");
        assertThat(get("/cy/bids/" + declined.best(), county.providerA()))
                .bodyText()
                .contains("gwrthodasoch y dyfarniad", "Gwrthodasoch y dyfarniad")
                .doesNotContain("Ni fu’r cynnig hwn yn llwyddiannus");

        PlacementExamples.Round late = examples.round(county);
        examples.runOut(proposals.propose(county.broker(), late.carePackage().ref(), late.best(), ""));
        clock.sweep();
        fellThrough(late, "the time to answer the offer ran out", "Offer not answered in time", "OFFER_EXPIRED");

        PlacementExamples.Round back = examples.round(county);
        AwardRef revoked = proposals.propose(county.broker(), back.carePackage().ref(), back.best(), "");
        revocations.ask(county.commissioner(), revoked, "Wrong provider");
        revocations.approve(county.otherCommissioner(), revoked);
        fellThrough(back, "the council took the offer back", "Offer taken back", "OFFER_REVOKED");
    }

    private void fellThrough(PlacementExamples.Round round, String sentence, String tag, String file) {
        assertThat(get("/en/bids/" + round.best(), county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains(sentence, tag)
                .doesNotContain("not successful", "Not successful");
        assertThat(get("/en/bids", county.providerA())).bodyText().contains(tag);
        assertThat(get("/en/bids.csv?status=UNSUCCESSFUL", county.providerA()))
                .bodyText()
                .containsPattern(round.best() + ",[^\\n]*," + file + ",");
    }

    /**
     * Seeded faults, each by itself: ask the slower of two brokers for a reason; tell the last change of what the address names;
     * find no bid to review once the round is over.
     */
    @Test
    void theSlowerOfTwoWhoChooseTheSameBidIsToldWhoWasFirst() {
        PlacementExamples.Round round = examples.round(county);
        String award = "/packages/" + round.carePackage().ref() + "/award";
        String[] best = {"bid", round.best().value()};
        assertThat(post("/en" + award, county.broker(), best)).hasStatus(302);
        AwardView first = queue.ofPackage(round.carePackage().id()).getFirst();
        assertThat(post("/en" + award, county.otherBroker(), best))
                .hasStatus(409)
                .bodyText()
                .contains("Award " + first.ref() + " was already offered to the provider by "
                        + county.broker().name())
                .containsPattern("Last change: " + county.broker().name() + ", [^–]* – Award offered");
        assertThat(post("/cy" + award, county.otherBroker(), best))
                .hasStatus(409)
                .bodyText()
                .contains("Cafodd dyfarniad " + first.ref() + " ei gynnig");
        examples.accepted(first.ref(), county.providerA());
        assertThat(post("/en" + award, county.otherBroker(), best))
                .hasStatus(409)
                .bodyText()
                .contains(county.providerA().name() + " accepted the work on");
    }

    @Test
    void aBidOfAnotherPackageIsNotThere() {
        PlacementExamples.Round round = examples.round(county);
        PlacementExamples.Round other = examples.round(county);
        String award = "/en/packages/" + round.carePackage().ref() + "/award";
        assertThat(get(award + "/" + other.best(), county.broker())).hasStatus(404);
        assertThat(post(award, county.broker(), "bid", other.best().value())).hasStatus(404);
        assertThat(post(award, county.broker(), "bid", "nonsense")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void theSecondPersonDecides(String language) {
        AwardRef award = examples.proposed(county, examples.approved(county), county.providerA());
        String page = "/" + language + "/awards/" + award;
        assertThat(get("/" + language + "/awards?status=PROPOSED", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains(award.value());
        assertThat(get(page, county.broker()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(page + "/approval")
                .contains(
                        language.equals("en")
                                ? "A commissioner decides. Not "
                                        + county.broker().name()
                                : "Comisiynydd sy’n penderfynu. Nid "
                                        + county.broker().name());
        assertThat(get(page, county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains(page + "/approval", page + "/refusal");
        assertThat(get("/" + language + "/awards.csv?status=PROPOSED", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("award,package_ref,area,provider,status", award + ",PKG-")
                .doesNotContain("OFFERED");
        assertThat(get("/" + language + "/awards.csv", county.manager()))
                .bodyText()
                .doesNotContain(award.value());
        assertThat(get(page, county.manager())).hasStatus(404);
        assertThat(get(page, county.providerA())).hasStatus(404);
        assertThat(post(page + "/refusal", county.commissioner(), "reason", " "))
                .hasStatus(422);
        assertThat(post(page + "/approval", county.broker())).hasStatus(409);
        assertThat(post(page + "/approval", county.commissioner())).hasStatus(302);
        assertThat(get(page, county.commissioner())).hasStatusOk();
    }

    /** Seeded fault: begin with the day that was wanted, whatever day it is. */
    @Test
    void aDirectAwardBeginsWithADayThatCanStillBe() {
        PackageFacts facts = examples.approved(county);
        jdbc.sql("update carepackages.care_package set start_earliest = '2020-01-09', start_latest ="
                        + " '2020-01-20' where id = ?")
                .param(facts.id().value())
                .update();
        assertThat(get("/en/packages/" + facts.ref() + "/award/direct", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"start.year\"")
                .doesNotContain("value=\"2020\"");
    }

    /** A plan reckons with what is paid, so its offer opens with it. Seeded fault: open with the standard rate. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void aDirectAwardOpensWithWhatTheProviderIsPaidInTheAreaNow(String language) {
        examples.live(county, Zone.dayOf(Instant.now()).minusDays(3));
        isPaid("23.45");
        String ref = jdbc.sql("select ref from providers.provider where id = ?")
                .param(county.providerA().organisation())
                .query(String.class)
                .single();
        PackageFacts facts = examples.approved(county);
        String page = "/" + language + "/packages/" + facts.ref() + "/award/direct";
        assertThat(get(page + "?provider=" + ref, county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains(language.equals("en") ? ": paid £23.45 an hour" : ": telir £23.45 yr awr")
                .contains("value=\"23.45\"");
        assertThat(get(page, county.broker())).bodyText().doesNotContain("value=\"23.45\"");
        isPaid("21.90");
        assertThat(get(page + "?provider=" + ref, county.broker()))
                .as("nothing may be awarded below the floor")
                .bodyText()
                .contains("£21.90", "value=\"22.71\"");
    }

    /**
     * A plan says when the provider could start, so its offer opens with that day. Seeded faults, each by itself: open with the
     * first day wanted; open with a day that may not be awarded; leave the area out.
     */
    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void aDirectAwardNamesItsPackageAndOpensWithTheDayOnWhichTheProviderCouldStart(String language) {
        LocalDate today = Zone.dayOf(Instant.now());
        Actor slow = capacity.agency("Slow to start " + language);
        for (int i = 0; i < 4; i++)
            examples.live(examples.pending(county, examples.approved(county), slow), today.minusDays(7));
        String ref = jdbc.sql("select ref from providers.provider where id = ?")
                .param(slow.organisation())
                .query(String.class)
                .single();
        PackageFacts facts = examples.approved(county);
        String page = "/" + language + "/packages/" + facts.ref() + "/award/direct";
        String chosen = page + "?provider=" + ref;
        assertThat(shown(chosen, county.broker()))
                .as("never before care is wanted")
                .containsPattern(filled(facts.startEarliest()))
                .containsPattern("class=\"pontio-identity\">(?s:.{0,99})" + facts.ref())
                .contains("what\">" + (language.equals("en") ? "Newtown" : "Y Drenewydd"));
        jdbc.sql("update carepackages.care_package set start_earliest = ?, start_latest = ? where id = ?")
                .params(today, today.plusDays(9), facts.id().value())
                .update();
        assertThat(shown(chosen, county.broker()))
                .as("accepted 27 days ago, begun 7 days ago")
                .containsPattern(filled(today.plusDays(20)));
        assertThat(shown(page, county.broker())).as("nobody in particular").containsPattern(filled(today));
        jdbc.sql("update placements.placement set accepted_at = accepted_at - interval '2 years' where provider_id = ?")
                .param(slow.organisation())
                .update();
        assertThat(shown(chosen, county.broker()))
                .as("never later than may be awarded")
                .containsPattern(filled(today.plusYears(1)));
    }

    private String shown(String page, Actor reader) {
        return new String(get(page, reader).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String filled(LocalDate day) {
        return "name=\"start.day\" value=\"" + day.getDayOfMonth() + "\"(?s:.*)name=\"start.month\" value=\""
                + day.getMonthValue() + "\"(?s:.*)name=\"start.year\" value=\"" + day.getYear() + "\"";
    }

    /** By every placement: other tests leave theirs, and the page shows the provider's average. */
    private void isPaid(String rate) {
        jdbc.sql("update placements.placement set rate = ?::numeric where provider_id = ?")
                .params(rate, county.providerA().organisation())
                .update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void directAwardsShowWhatIsWrongAllAtOnce(String language) {
        PackageFacts facts = examples.approved(county);
        String page = "/" + language + "/packages/" + facts.ref() + "/award/direct";
        assertThat(get(page, county.broker())).hasStatusOk().bodyText().contains("Aderyn Care", "Council home care");
        assertThat(post(page, county.broker(), "rate", "1e309"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "href=\"#provider\"",
                        "href=\"#rate\"",
                        "href=\"#start\"",
                        "href=\"#ground\"",
                        "href=\"#reason\"",
                        "1e309");
        assertThat(post(page, county.broker(), "rate", "99.00"))
                .as("outside the envelope, beside all that is missing")
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#rate\"", "href=\"#ground\"");
        assertThat(post(page, county.broker(), direct(county.providerA(), "99.00")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#rate\"");
        assertThat(post(page, county.broker(), direct(county.inhouse(), "24.00")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#provider\"");
        assertThat(post(page, county.broker(), direct(county.providerA(), "24.00")))
                .hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void theProviderAnswersItsOwnOfferOnly(String language) {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerA());
        String page = "/" + language + "/offers/" + award;
        assertThat(get("/" + language + "/offers", county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains(award.value());
        assertThat(get("/" + language + "/offers.csv?status=OFFERED", county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("award,area,status", award.value());
        assertThat(get("/" + language + "/offers.csv", county.providerB()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(award.value());
        assertThat(get("/" + language + "/offers", county.providerB()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(award.value());
        assertThat(get(page, county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains(page + "/acceptance", page + "/refusal");
        assertThat(get(page, county.providerB())).hasStatus(404);
        assertThat(post(page + "/acceptance", county.providerB())).hasStatus(404);
        assertThat(post(page + "/refusal", county.providerB(), "reason", "Not ours"))
                .hasStatus(404);
        assertThat(get(page + "/refusal", county.providerA())).hasStatusOk();
        assertThat(post(page + "/refusal", county.providerA(), "reason", "")).hasStatus(422);
        assertThat(post(page + "/acceptance", county.providerA()))
                .hasStatus(302)
                .redirectedUrl()
                .contains("/placements/PLC-");
        assertThat(post(page + "/acceptance", county.providerA()))
                .hasStatus(409)
                .bodyText()
                .contains(county.providerA().name());
    }

    /** Seeded fault: offer the broker all calls of the package. */
    @Test
    void callsThatAProviderHoldsAreNotAdvertisedAgain() {
        PlacementExamples.Round round = examples.partly(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        offers.accept(county.providerA(), award, Confirmation.NONE);
        List<UUID> calls =
                round.carePackage().lines().stream().map(CallLineView::id).toList();
        String page = "/en/packages/" + round.carePackage().ref() + "/advert";
        assertThat(get(page + "/new", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"" + calls.get(1), "value=\"" + calls.get(2))
                .doesNotContain(calls.get(0).toString());
        for (String step : List.of(page + "/preview", page))
            assertThat(post(
                            step,
                            county.broker(),
                            "lines",
                            calls.get(0).toString(),
                            "lines",
                            calls.get(1).toString()))
                    .hasStatus(422)
                    .bodyText()
                    .contains("href=\"#lines");
    }

    /**
     * Else its first visit would be of a package that nobody approved, and refused with the whole file. Seeded faults, each by
     * itself: return what a provider was offered, and what it has calls of.
     */
    @Test
    void whatAProviderWasOfferedOrHasIsNotReturned() {
        PlacementExamples.Round round = examples.partly(county);
        String page = "/packages/" + round.carePackage().ref();
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        offers.accept(county.providerA(), award, Confirmation.NONE);
        PackageFacts asked = examples.approved(county);
        AwardRef offered = examples.offered(county, asked, county.providerB());
        Map<String, String> taken = Map.of(page, "PLC-", "/packages/" + asked.ref(), offered.value());
        taken.forEach((of, what) -> {
            assertThat(get("/en" + of, county.broker()))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(of + "/return");
            assertThat(get("/en" + of + "/return", county.broker()))
                    .hasStatus(409)
                    .bodyText()
                    .contains(what, "a provider was offered it or has calls of it");
            assertThat(post("/cy" + of + "/return", county.broker(), "reason", "Galwadau eraill"))
                    .hasStatus(409)
                    .bodyText()
                    .contains(what, "Gellir dychwelyd y pecyn");
        });
        offers.refuse(county.providerB(), offered, "No staff");
        assertThat(get("/en/packages/" + asked.ref(), county.broker()))
                .bodyText()
                .contains("/packages/" + asked.ref() + "/return");
        assertThat(post("/en/packages/" + asked.ref() + "/return", county.broker(), "reason", "Other calls"))
                .hasStatus(302);
    }

    /** Seeded faults, each by itself: agree to a day that is over; keep silent about it to whoever chooses and whoever answers. */
    @Test
    void nobodyAgreesToADayThatIsOver() {
        PlacementExamples.Round round = examples.round(county);
        examples.startOn(round.best(), LocalDate.now(Zone.LONDON).minusDays(2));
        String review = "/packages/" + round.carePackage().ref() + "/award/" + round.best();
        assertThat(get("/en" + review, county.broker())).bodyText().contains("This provider would have begun on");
        assertThat(get("/cy" + review, county.broker())).bodyText().contains("Byddai’r darparwr hwn wedi dechrau ar");
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        assertThat(get("/en/offers/" + award, county.providerA())).bodyText().contains("Care was to begin on");
        assertThat(get("/cy/offers/" + award, county.providerA()))
                .bodyText()
                .contains("Roedd y gofal i fod i ddechrau ar");
        PlacementRef placement = offers.accept(county.providerA(), award, Confirmation.NONE);
        assertThat(examples.agreedStart(placement)).isEqualTo(LocalDate.now(Zone.LONDON));
        AwardRef other = examples.offered(county, examples.approved(county), county.providerA());
        assertThat(get("/en/offers/" + other, county.providerA())).bodyText().doesNotContain("Care was to begin on");
    }

    /** Seeded faults, each by itself: of the offer, of the order and of its calls. */
    @Test
    void whatSomebodyWroteIsShownInItsOwnLanguage() {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerA());
        assertThat(get("/cy/offers/" + award, county.providerA()))
                .bodyText()
                .contains("lang=\"en\">Ceiling hoist<", "lang=\"en\">A small dog<");
        PlacementRef placement = examples.accepted(award, county.providerA()).ref();
        String page = "/cy/placements/" + placement;
        assertThat(get(page, county.providerA())).bodyText().contains("lang=\"en\">To bed with the hoist<");
        assertThat(get(page + "/order", county.providerA()))
                .bodyText()
                .contains("lang=\"en\">Ceiling hoist<", "lang=\"en\">To bed with the hoist<");
    }

    @Test
    void aCoordinatorMayLookAndNotAnswer() {
        AwardRef award = examples.offered(county, examples.approved(county), county.providerA());
        Actor manager = county.providerA();
        Actor coordinator = new Actor(
                manager.userId(),
                "Cydlynydd",
                manager.organisation(),
                "Aderyn Care",
                null,
                java.util.Set.of(cymru.pontio.kernel.Role.PROVIDER_COORDINATOR),
                null);
        assertThat(get("/en/offers/" + award, coordinator))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/acceptance");
        assertThat(post("/en/offers/" + award + "/acceptance", coordinator)).hasStatus(404);
    }

    @Test
    void onlyTheProviderThatAcceptedLearnsWhoThePersonIs() {
        PeopleExamples.Marked person = people.personWithMarks(county.socialWorker());
        PackageFacts facts = examples.approved(county, person.ref());
        AwardRef award = examples.offered(county, facts, county.providerA());
        String offer = "/en/offers/" + award;
        assertNothingOf(
                person, county.providerA(), "/en/home", "/en/offers", offer, offer + "/refusal", "/en/placements");
        PlacementRef placement = offers.accept(county.providerA(), award, Confirmation.NONE);
        String page = "/en/placements/" + placement;
        assertThat(get(page, county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains(person.marks().get(0), person.marks().get(1));
        assertNothingOf(
                person, county.providerA(), "/en/home", "/en/offers", offer, "/en/placements", "/en/placements.csv");
        assertNothingOf(person, county.providerB(), "/en/home", "/en/offers", "/en/placements", "/en/placements.csv");
        assertThat(get(page, county.providerB())).hasStatus(404);
        assertThat(get(page + "/order", county.providerB())).hasStatus(404);
        assertNothingOf(
                person,
                county.broker(),
                page,
                page + "/order",
                "/en/awards/" + award,
                "/en/placements",
                "/en/placements.csv");
        revocations.ask(county.commissioner(), award, "Wrong provider");
        revocations.approve(county.otherCommissioner(), award);
        assertNothingOf(person, county.providerA(), page, offer, "/cy/placements/" + placement);
        assertThat(get(page + "/order", county.providerA())).hasStatus(404);
        String history = "/packages/" + facts.ref() + "/history";
        assertThat(get("/en" + history, county.broker()))
                .bodyText()
                .contains("The award was revoked")
                .doesNotContain("AWARD_REVOKED");
        assertThat(get("/cy" + history, county.broker())).bodyText().contains("Dirymwyd y dyfarniad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void aPlacementHasItsPages(String language) {
        PlacementExamples.Accepted accepted = examples.pending(county);
        String page = "/" + language + "/placements/" + accepted.ref();
        for (Actor actor : List.of(county.providerA(), county.broker(), county.commissioner())) {
            assertThat(get(page, actor))
                    .hasStatusOk()
                    .bodyText()
                    .contains(accepted.carePackage().ref().value());
            assertThat(get(page + "/order", actor)).hasStatusOk().bodyText().contains("Aderyn Care");
            assertThat(get("/" + language + "/placements?status=PENDING_START", actor))
                    .hasStatusOk()
                    .bodyText()
                    .contains(accepted.ref().value());
            assertThat(get("/" + language + "/home", actor)).hasStatusOk();
        }
        assertThat(get(page, county.socialWorker())).hasStatus(404);
        // Before the agreed day nothing can have failed: the page does not offer to say so.
        assertThat(get(page, county.providerA())).bodyText().doesNotContain("/failed-start");
        assertThat(get(page + "/failed-start", county.providerA())).hasStatus(409);
        assertThat(post(page + "/failed-start", county.providerA(), "reason", "No worker came"))
                .hasStatus(409);
        examples.due(accepted.ref(), Zone.dayOf(Instant.now()));
        assertThat(get(page + "/failed-start", county.providerA())).hasStatusOk();
        assertThat(post(
                        page + "/failed-start",
                        county.providerA(),
                        "reason",
                        "",
                        "newStart.day",
                        "31",
                        "newStart.month",
                        "2",
                        "newStart.year",
                        "2031"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#reason\"", "href=\"#newStart\"");
    }

    /** Seeded fault: let the second report go without a day. */
    @Test
    void aFailedStartIsToldWithTheNewDayNowOrLater() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        LocalDate today = Zone.dayOf(Instant.now());
        examples.due(accepted.ref(), today.minusDays(2));
        String page = "/placements/" + accepted.ref();
        assertThat(failed("/en", page, today.minusDays(1)))
                .hasStatus(422)
                .bodyText()
                .contains("The new first day must not have passed", "No worker came");
        assertThat(failed("/en", page, null)).hasStatus(302);
        assertThat(get("/en" + page, county.broker()))
                .bodyText()
                .contains("Say when care will start")
                .doesNotContain("Report that care did not start", "New first day:");
        assertThat(get("/cy" + page + "/failed-start", county.providerA()))
                .bodyText()
                .contains("Rhoi gwybod pryd y bydd y gofal yn dechrau")
                .doesNotContain("(dewisol)");
        assertThat(failed("/cy", page, null)).hasStatus(422).bodyText().contains("Rhowch y diwrnod cyntaf newydd");
        assertThat(failed("/en", page, today.plusDays(4)))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("done=placements.newStart");
        for (String language : List.of("en", "cy"))
            assertThat(get("/" + language + page, county.providerA()))
                    .bodyText()
                    .contains(language.equals("en") ? "New first day: " : "Diwrnod cyntaf newydd: ")
                    .doesNotContain("/failed-start\"");
    }

    /** Seeded faults: the history without its last part; of another package; without the new day. */
    @Test
    void thoseWhoWroteThePackageReadThatCareDidNotStart() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        PlacementExamples.Accepted other = examples.pending(county);
        LocalDate today = Zone.dayOf(Instant.now());
        examples.due(accepted.ref(), today);
        assertThat(failed("/en", "/placements/" + accepted.ref(), today.plusDays(3)))
                .hasStatus(302);
        for (Actor reader : List.of(county.socialWorker(), county.broker()))
            assertThat(get("/en/packages/" + accepted.carePackage().ref() + "/history", reader))
                    .bodyText()
                    .contains("Care did not start on ", "New first day: ", "No worker came");
        assertThat(get("/cy/packages/" + accepted.carePackage().ref(), county.socialWorker()))
                .bodyText()
                .contains("Ni ddechreuodd y gofal ar ", "Diwrnod cyntaf newydd: ");
        assertThat(get("/en/packages/" + other.carePackage().ref() + "/history", county.socialWorker()))
                .bodyText()
                .doesNotContain("Care did not start");
    }

    private MvcTestResult failed(String language, String page, @Nullable LocalDate newStart) {
        return post(
                language + page + "/failed-start",
                county.providerA(),
                "reason",
                "No worker came",
                "newStart.day",
                newStart == null ? "" : "" + newStart.getDayOfMonth(),
                "newStart.month",
                newStart == null ? "" : "" + newStart.getMonthValue(),
                "newStart.year",
                newStart == null ? "" : "" + newStart.getYear());
    }

    @Test
    void aRevocationTakesTwo() {
        PlacementExamples.Accepted accepted = examples.pending(county);
        String page = "/en/awards/" + accepted.award();
        assertThat(get(page + "/revocation", county.broker())).hasStatus(404);
        assertThat(get(page + "/revocation", county.commissioner())).hasStatusOk();
        assertThat(post(page + "/revocation", county.commissioner(), "reason", ""))
                .hasStatus(422);
        assertThat(post(page + "/revocation", county.commissioner(), "reason", "Wrong provider"))
                .hasStatus(302);
        assertThat(post(page + "/revocation/approval", county.commissioner())).hasStatus(409);
        assertThat(get(page, county.otherCommissioner()))
                .hasStatusOk()
                .bodyText()
                .contains(page + "/revocation/approval");
        assertThat(post(page + "/revocation/refusal", county.otherCommissioner()))
                .hasStatus(302);
        assertThat(post(page + "/revocation/approval", county.otherCommissioner()))
                .hasStatus(409);
        String own = "/en/placements/" + accepted.ref();
        assertThat(get(own, county.providerA())).bodyText().contains("give this reference in your files of visits");
        revocations.ask(county.commissioner(), accepted.award(), "Wrong provider");
        assertThat(post(page + "/revocation/approval", county.otherCommissioner()))
                .hasStatus(302);
        // Seeded fault: ask for visits whatever became of the placement.
        assertThat(get(own, county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains(accepted.carePackage().ref().value(), "no longer shown to you")
                .doesNotContain("give this reference");
    }

    @Test
    void theLosingBidderReadsItsFeedback() {
        PlacementExamples.Round round = examples.round(county);
        AwardRef award = proposals.propose(county.broker(), round.carePackage().ref(), round.best(), "");
        offers.accept(county.providerA(), award, Confirmation.NONE);
        assertThat(get("/en/bids/" + round.second(), county.providerB()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Aderyn Care");
        assertThat(get("/en/bids/" + round.second(), county.providerA())).hasStatus(404);
    }

    private void assertNothingOf(PeopleExamples.Marked person, Actor reader, String... pages) {
        for (String page : pages) {
            assertThat(get(page, reader)).as(page).hasStatusOk().bodyText().doesNotContain(person.marks());
        }
    }

    private static String[] direct(Actor provider, String rate) {
        return new String[] {
            "provider",
            provider.organisation().toString(),
            "rate",
            rate,
            "start.day",
            "4",
            "start.month",
            "3",
            "start.year",
            "2030",
            "ground",
            "URGENT",
            "reason",
            "Leaves hospital today"
        };
    }

    private MvcTestResult get(String page, Actor actor) {
        return mvc.get().uri(page).with(as(actor)).exchange();
    }

    private MvcTestResult post(String page, Actor actor, String... fields) {
        var request = mvc.post().uri(page).with(as(actor)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }
}
