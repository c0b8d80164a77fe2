package cymru.pontio.bidding;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.Adverts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class BidPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Bids bids;

    @Autowired
    BidExamples examples;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    Adverts rounds;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void asksForABidInBothLanguages(String language) {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(get("/" + language + "/opportunities/" + advert.ref() + "/bids/new", county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains(advert.ref().value(), "£22.71", "£32.14", "lines[1].until")
                .contains(language.equals("cy") ? "Gwneud cynnig am y gwaith hwn" : "Bid for this work")
                .doesNotContain("Gwenllian", "Tregaron");
    }

    @Test
    void takesABidToItsOwnPage() {
        AdvertFacts advert = adverts.open(county, "newtown");
        MvcTestResult answer =
                post("/en/opportunities/" + advert.ref() + "/bids", county.providerA(), typed(advert, Map.of()));
        assertThat(answer).hasStatus(302).redirectedUrl().matches("/en/bids/BID-.*\\?done=bidding.submitted");
        assertThat(get(answer.getResponse().getRedirectedUrl(), county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("Your bid is in", "£24.50", "All calls, as asked", "Change the bid", "Take the bid back");
        assertThat(get("/cy/bids", county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("Fy nghynigion", advert.ref().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"24,50", "NaN", "1e309", "-24.50", "24.505", "a lot", ""})
    void asksAgainForWhatIsNoRate(String rate) {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(post(
                        "/en/opportunities/" + advert.ref() + "/bids",
                        county.providerA(),
                        typed(advert, Map.of("rate", rate))))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the rate an hour in pounds")
                .contains("value=\"" + rate + "\"");
    }

    @Test
    void namesBothBoundsBesideARateOutside() {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(post(
                        "/cy/opportunities/" + advert.ref() + "/bids",
                        county.providerA(),
                        typed(advert, Map.of("rate", "0"))))
                .hasStatus(422)
                .bodyText()
                .contains("Rhaid i’r gyfradd fod o £22.71 hyd £32.14", "rate-error");
    }

    @Test
    void showsAllMistakesAtOnceAndKeepsWhatWasTyped() {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(post(
                        "/en/opportunities/" + advert.ref() + "/bids",
                        county.providerA(),
                        Map.of(
                                "rate",
                                "99",
                                "start.day",
                                "31",
                                "start.month",
                                "2",
                                "start.year",
                                "2027",
                                "coverage",
                                "OTHER_WINDOWS",
                                "lines[0].from",
                                "nine or so",
                                "lines[1].offered",
                                "true",
                                "lines[1].from",
                                "21:00",
                                "note",
                                "<b>half</b> typed")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "The rate must be from £22.71 to £32.14",
                        "Enter the day on which you can start",
                        "Call 1: tick it, or clear its times",
                        "Call 1: enter a time with the 24 hour clock",
                        "Call 2: enter both times, the first before the second",
                        "href=\"#lines[1].until\"",
                        "nine or so",
                        "&lt;b&gt;half&lt;/b&gt; typed",
                        "<title>Error: ");
    }

    /** Seeded fault: let Spring make no form of what it cannot read, or read the numbers of rows as they come. */
    @ParameterizedTest
    @CsvSource({
        "welsh, perhaps",
        "lines[0].offered, perhaps",
        "lines, true",
        "start, tomorrow",
        "lines[x].offered, true",
        "lines[300].offered, true",
        "lines[99999999999].offered, true"
    })
    void saysThatAFormWithStrangePartsCannotBeRead(String name, String value) {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(post(
                        "/cy/opportunities/" + advert.ref() + "/bids",
                        county.providerA(),
                        typed(advert, Map.of(name, value))))
                .hasStatus(400)
                .bodyText()
                .contains("Nid oes dim wedi’i gadw");
    }

    @Test
    void refusesAStartInThePast() {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(post(
                        "/en/opportunities/" + advert.ref() + "/bids",
                        county.providerA(),
                        typed(advert, Map.of("start.year", "2020"))))
                .hasStatus(422)
                .bodyText()
                .contains("The start must be " + day(advert.startEarliest()) + " or later");
    }

    @Test
    void keepsWhatWasTypedWhenTheLanguageIsSwitched() {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(post(
                        "/en/opportunities/" + advert.ref() + "/bids",
                        county.providerA(),
                        typed(advert, Map.of("rate", "not yet", "note", "half typed", "_language", "cy"))))
                .hasStatus(200)
                .bodyText()
                .contains("Gwneud cynnig am y gwaith hwn", "not yet", "half typed")
                .doesNotContain("Mae problem");
        assertThat(bids.invitation(county.providerA(), advert.ref())).isInstanceOf(Invitation.Open.class);
    }

    @Test
    void takesACallAtAnotherTime() {
        AdvertFacts advert = adverts.open(county, "newtown");
        MvcTestResult answer = post(
                "/en/opportunities/" + advert.ref() + "/bids",
                county.providerA(),
                typed(
                        advert,
                        Map.of(
                                "coverage",
                                "OTHER_WINDOWS",
                                "lines[1].offered",
                                "true",
                                "lines[1].from",
                                "9.30",
                                "lines[1].until",
                                "10:00")));
        assertThat(answer).hasStatus(302);
        assertThat(get(answer.getResponse().getRedirectedUrl(), county.providerA()))
                .bodyText()
                .contains("Calls at other times than asked", "09:30 to 10:00", "not offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void listsAllReasonsWhyAProviderMayNotBid(String language) {
        AdvertFacts advert = adverts.open(county, "newtown");
        String page = "/" + language + "/opportunities/" + advert.ref() + "/bids/new";
        String reason = language.equals("cy") ? "Mae angen dau weithiwr" : "need two workers at once";
        assertThat(get(page, county.providerC())).hasStatusOk().bodyText().contains(reason);
        MvcTestResult refused = post(
                "/" + language + "/opportunities/" + advert.ref() + "/bids",
                county.providerC(),
                typed(advert, Map.of()));
        assertThat(refused).hasStatus(302).redirectedUrl().isEqualTo(page);
    }

    /** Seeded faults, each by itself: show every reader the way in; show it beside a bid that was made; decline twice. */
    @Test
    void showsTheWayInOnlyWhereABidCanBeMade() {
        AdvertFacts advert = adverts.open(county, "newtown");
        String page = "/en/opportunities/" + advert.ref();
        assertThat(get(page, county.providerA()))
                .bodyText()
                .contains("Bid for this care", "/bids/new", "/decline")
                .doesNotContain("See or change your bid");
        assertThat(get(page, county.providerC()))
                .bodyText()
                .contains("You may not bid", "need two workers at once", "/decline")
                .doesNotContain("Bid for this care", "/bids/new");
        examples.submit(county.providerA(), advert, "25.00");
        assertThat(get(page, county.providerA()))
                .bodyText()
                .contains("You have bid", "See or change your bid", "/bids/new")
                .doesNotContain("Bid for this care", "/decline");
        post(page + "/decline", county.providerB(), Map.of("reason", "TIMES"));
        assertThat(get("/cy/opportunities/" + advert.ref(), county.providerB()))
                .bodyText()
                .contains("Rydych wedi gwrthod", "Gwneud cynnig am y gofal hwn")
                .doesNotContain("/decline");
    }

    @Test
    void answersASecondBidWithTheFirst() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "25.00");
        assertThat(get("/en/opportunities/" + advert.ref() + "/bids/new", county.providerA()))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo("/en/bids/" + ref);
        assertThat(post("/en/opportunities/" + advert.ref() + "/bids", county.providerA(), typed(advert, Map.of())))
                .hasStatus(409)
                .bodyText()
                .contains("Your organisation already has a bid for this");
    }

    @Test
    void tellsAProviderThatComesTooLateWhenBiddingClosed() {
        AdvertFacts advert = adverts.open(county, "newtown");
        adverts.closeJustNow(advert);
        // Seeded faults, each by itself: open the form all the same; say that it may bid where bids are no longer
        // taken.
        assertThat(get("/en/opportunities/" + advert.ref() + "/bids/new", county.providerA()))
                .hasStatus(409)
                .bodyText()
                .contains("Bidding closed on");
        assertThat(get("/en/opportunities/" + advert.ref(), county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("Closed to bids")
                .doesNotContain("You may bid", "/bids/new");
        assertThat(post("/en/opportunities/" + advert.ref() + "/bids", county.providerA(), typed(advert, Map.of())))
                .hasStatus(409)
                .bodyText()
                .contains("Bidding closed on", "UK time");
    }

    @Test
    void changesABidAndRefusesAnOldPage() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "25.00");
        String page = "/cy/bids/" + ref + "/edit";
        assertThat(get(page, county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("Newid eich cynnig", "value=\"25.00\"");
        Map<String, String> typed = typed(advert, Map.of("rate", "24.00", "version", "0"));
        assertThat(post(page, county.providerA(), typed)).hasStatus(302);
        assertThat(post(page, county.providerA(), typed))
                .hasStatus(409)
                .bodyText()
                .contains("Newid diwethaf: Manager A", "value=\"24.00\"", "href=\"/cy/home\"")
                .doesNotContain("/cy/cy/");
        assertThat(post(page, county.providerB(), typed)).hasStatus(404);
    }

    @Test
    void takesABidBackWithAReason() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "25.00");
        String page = "/en/bids/" + ref + "/withdrawal";
        assertThat(get(page, county.providerA())).hasStatusOk();
        assertThat(post(page, county.providerA(), Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose why you take the bid back");
        assertThat(post(page, county.providerA(), Map.of("reason", "MISTAKE"))).hasStatus(302);
        assertThat(get("/en/bids/" + ref, county.providerA())).bodyText().contains("You took this bid back");
        neitherChangedNorTakenBack(ref);
    }

    /** Seeded faults, each by itself: open the form to change it, or to take it back, whatever became of the bid. */
    @Test
    void opensNoFormForABidThatIsSettled() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef ref = examples.submit(county.providerA(), advert, "25.00");
        adverts.closeJustNow(advert);
        neitherChangedNorTakenBack(ref);
    }

    private void neitherChangedNorTakenBack(BidRef ref) {
        for (String form : List.of("/edit", "/withdrawal"))
            assertThat(get("/en/bids/" + ref + form, county.providerA()))
                    .as(form)
                    .hasStatus(409);
    }

    /** Seeded fault: show where the bid stands and not where its round does. */
    @ParameterizedTest
    @CsvSource({"en, Round ended without an award", "cy, Daeth y rownd i ben heb ddyfarnu"})
    void saysOfABidWhatBecameOfItsRound(String language, String ended) {
        AdvertFacts cancelled = adverts.open(county, "newtown");
        AdvertFacts unsuitable = adverts.open(county, "newtown");
        BidRef one = examples.submit(county.providerA(), cancelled, "24.10");
        BidRef other = examples.submit(county.providerA(), unsuitable, "24.20");
        assertThat(rowOf(one, "/" + language + "/bids?status=SUBMITTED")).isPresent();
        rounds.cancel(county.broker(), cancelled.id(), "Wrong calls");
        adverts.close(unsuitable);
        rounds.noSuitableBid(county.broker(), unsuitable.id(), "Too far");
        for (BidRef ref : List.of(one, other)) {
            assertThat(rowOf(ref, "/" + language + "/bids").orElseThrow()).contains(ended);
            assertThat(rowOf(ref, "/" + language + "/bids?status=UNSUCCESSFUL")).isPresent();
            assertThat(rowOf(ref, "/" + language + "/bids?status=SUBMITTED")).isEmpty();
            assertThat(get("/" + language + "/bids.csv", county.providerA()))
                    .bodyText()
                    .containsPattern(ref.value() + ",.*,ROUND_ENDED,");
        }
    }

    /** The row of the table that begins with this bid. */
    private Optional<String> rowOf(BidRef ref, String page) {
        MvcTestResult shown = get(page, county.providerA());
        assertThat(shown).hasStatusOk();
        return Pattern.compile("<tr.*?</tr>", Pattern.DOTALL)
                .matcher(new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .results()
                .map(MatchResult::group)
                .filter(row -> row.contains(">" + ref.value() + "<"))
                .findFirst();
    }

    /** Seeded fault: open the form for whatever advert it may see. */
    @Test
    void takesADeclineOnceWithAReason() {
        AdvertFacts advert = adverts.open(county, "newtown");
        String page = "/cy/opportunities/" + advert.ref() + "/decline";
        assertThat(get(page, county.providerB())).hasStatusOk().bodyText().contains("Pam na fyddwch yn gwneud cynnig?");
        assertThat(post(page, county.providerB(), Map.of("reason", "nonsense", "note", "kept")))
                .hasStatus(422)
                .bodyText()
                .contains("kept");
        assertThat(post(page, county.providerB(), Map.of("reason", "TIMES"))).hasStatus(302);
        assertThat(post(page, county.providerB(), Map.of("reason", "TIMES"))).hasStatus(409);
        assertThat(get(page, county.providerB())).hasStatus(409);
        assertThat(listed("en", county.providerB(), advert)).contains("You have declined");
        assertThat(listed("en", county.providerA(), advert)).doesNotContain("You have declined", "You have bid");
        assertThat(get(page, county.providerA())).hasStatusOk();
        examples.submit(county.providerA(), advert, BidExamples.terms(advert, "24.00"));
        assertThat(get(page, county.providerA())).hasStatus(409);
        assertThat(listed("cy", county.providerA(), advert)).contains("Rydych wedi gwneud cynnig");
        assertThat(listed("en", county.providerB(), advert))
                .contains("You have declined")
                .doesNotContain("You have bid");
    }

    /** Seeded faults, each by itself: show who declined before the deadline; count who bid after all; leave out what was written. */
    @Test
    void tellsWhoAwardsWhoWouldNotBidAndWhyOnceTheRoundIsClosed() {
        AdvertFacts advert = adverts.open(county, "newtown");
        String page = "/opportunities/" + advert.ref() + "/decline";
        for (Actor provider : List.of(county.providerA(), county.providerB()))
            assertThat(post("/en" + page, provider, Map.of("reason", "TIMES", "note", "Only <b>before</b> eight")))
                    .hasStatus(302);
        examples.submit(county.providerA(), advert, "24.50");
        String bids = "/packages/" + packageOf(advert) + "/bids";
        assertThat(get("/en" + bids, county.broker())).bodyText().doesNotContain("before", "Bwthyn Care");
        adverts.close(advert);
        assertThat(get("/en" + bids, county.broker()))
                .bodyText()
                .contains("Providers that said they would not bid", "Bwthyn Care", "The times of the calls do not suit")
                .containsOnlyOnce("Only &lt;b&gt;before&lt;/b&gt; eight");
        assertThat(get("/cy" + bids, county.commissioner()))
                .bodyText()
                .contains("Darparwyr a ddywedodd na fyddent yn gwneud cynnig", "Nid yw amserau’r galwadau yn addas");
    }

    /** Its row in the list of the provider, however many pages come before it. */
    private String listed(String language, Actor reader, AdvertFacts advert) {
        for (String page = "/" + language + "/opportunities"; ; ) {
            String html = new String(get(page, reader).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
            int at = html.indexOf(">" + advert.ref() + "<");
            if (at >= 0) return html.substring(at, html.indexOf("</tr>", at));
            var next = Pattern.compile("href=\"(/" + language + "/opportunities\\?[^\"]*after=[^\"]*)\"")
                    .matcher(html);
            assertThat(next.find()).as("page with %s", advert.ref()).isTrue();
            page = next.group(1).replace("&amp;", "&");
        }
    }

    /** Seeded fault: read the round's bids before its deadline is asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void showsNobodyRateOrBidderBeforeTheDeadline(String language) {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidTerms terms = BidExamples.terms(advert, "31.97");
        BidRef ref = examples.submit(
                county.providerA(),
                advert,
                new BidTerms(terms.rate(), terms.start(), terms.lines(), true, "canary-of-the-note", "en"));
        String carePackage = packageOf(advert);
        for (Actor other : List.of(
                county.broker(),
                county.commissioner(),
                county.providerB(),
                county.providerC(),
                county.auditor(),
                county.socialWorker(),
                county.manager(),
                county.finance(),
                county.inhouse(),
                county.admin())) {
            for (String page : List.of(
                    "/home",
                    "/bids",
                    "/bids.csv",
                    "/bids/" + ref,
                    "/bids/" + ref + "/edit",
                    "/opportunities",
                    "/opportunities/" + advert.ref(),
                    "/packages/" + carePackage + "/bids",
                    "/packages/" + carePackage + "/bids.csv",
                    "/packages/" + carePackage + "/advert",
                    "/desk",
                    "/audit?subject=" + advert.ref())) {
                assertThat(get("/" + language + page, other))
                        .bodyText()
                        .as(other.name() + " " + page)
                        .doesNotContain("31.97", "canary-of-the-note", "Aderyn Care");
            }
        }
    }

    @Test
    void isTheSamePageForABrokerWithAndWithoutBids() {
        AdvertFacts advert = adverts.open(county, "newtown");
        String page = "/en/packages/" + packageOf(advert) + "/bids";
        String before = steady(get(page, county.broker()));
        examples.submit(county.providerA(), advert, "25.00");
        examples.submit(county.providerB(), advert, "26.00");
        assertThat(steady(get(page, county.broker()))).isEqualTo(before).contains("The bids are sealed");
        assertThat(get(page + ".csv", county.broker())).hasStatus(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void showsTheBidsSideBySideWithTheirSumsAfterTheDeadline(String language) {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef cheap = examples.submit(county.providerB(), advert, "22.71");
        BidRef best = examples.submit(county.providerA(), advert, "24.50");
        adverts.close(advert);
        String page = "/" + language + "/packages/" + packageOf(advert) + "/bids";
        for (Actor council : List.of(county.broker(), county.commissioner())) {
            assertThat(get(page, council))
                    .hasStatusOk()
                    .bodyText()
                    .contains("1. Aderyn Care", "2. Bwthyn Care", best.value(), cheap.value())
                    .contains("30 × 22.71 ÷ 24.50 = 27.808", "40 × 90 ÷ 100 = 36", "89.808", "/award")
                    .contains(">" + (language.equals("cy") ? "Cynigion ar gyfer " : "Bids for ") + packageOf(advert)
                            + "</h1>")
                    .contains(language.equals("cy") ? "Sut y gwneir y pwyntiau" : "How the points are made");
        }
        assertThat(get(page + ".csv", county.broker())).hasStatusOk().bodyText().contains("Aderyn Care", "27.808");
        for (Actor other : List.of(county.providerA(), county.auditor(), county.socialWorker(), county.admin())) {
            assertThat(get(page, other)).hasStatus(404);
            assertThat(get(page + ".csv", other)).hasStatus(404);
        }
    }

    /** Seeded fault: compare the two the other way round. */
    @Test
    void tellsWhoHadMorePointsThatPointsAloneDoNotDecide() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef first = examples.submit(county.providerB(), advert, "22.71");
        BidRef other = examples.submit(county.providerA(), advert, "32.14");
        adverts.close(advert);
        var chosen = bids.opened(county.broker(), advert.id()).stream()
                .filter(bid -> bid.ref().equals(other))
                .findFirst()
                .orElseThrow()
                .id();
        bids.selected(county.broker(), chosen);
        bids.decided(county.providerA(), chosen);
        BidView seen = bids.view(county.providerB(), first);
        assertThat(seen.total()).isGreaterThan(seen.chosenTotal());
        assertThat(get("/en/bids/" + first, county.providerB()))
                .bodyText()
                .contains("This bid was not successful", "a reason that a second person of the council agrees to");
        assertThat(get("/cy/bids/" + first, county.providerB()))
                .bodyText()
                .contains("am reswm y mae ail berson o’r cyngor yn cytuno ag ef");
    }

    @Test
    void tellsALoserWhyInWords() {
        AdvertFacts advert = adverts.open(county, "newtown");
        BidRef loser = examples.submit(county.providerB(), advert, "32.14");
        examples.submit(county.providerA(), advert, "22.71");
        adverts.close(advert);
        var best = bids.opened(county.broker(), advert.id()).getFirst().id();
        bids.selected(county.broker(), best);
        bids.decided(county.providerA(), best);
        assertThat(get("/en/bids/" + loser, county.providerB()))
                .bodyText()
                .contains("This bid was not successful", "21.198", "The bid that was chosen had 8.802 points more")
                .doesNotContain("Aderyn", "£22.71 an hour");
        assertThat(get("/cy/bids/" + loser, county.providerB()))
                .bodyText()
                .contains("Cafodd y cynnig a ddewiswyd 8.802");
    }

    @Test
    void isClosedToStrangersAndToThoseItIsNotFor() {
        AdvertFacts advert = adverts.open(county, "newtown");
        assertThat(mvc.get().uri("/en/opportunities/" + advert.ref() + "/bids/new"))
                .hasStatus(302)
                .redirectedUrl()
                .contains("/sign-in");
        for (Actor other : List.of(county.broker(), county.socialWorker(), county.auditor(), county.admin())) {
            assertThat(get("/en/opportunities/" + advert.ref() + "/bids/new", other))
                    .hasStatus(404);
            assertThat(get("/en/bids", other)).hasStatus(404);
        }
        assertThat(get("/en/opportunities/" + advert.ref() + "/bids/new", county.inhouse()))
                .hasStatus(404);
        assertThat(get("/en/bids/BID-0000-0", county.providerA())).hasStatus(404);
    }

    private MvcTestResult get(String page, Actor actor) {
        return mvc.get().uri(page).with(as(actor)).exchange();
    }

    private MvcTestResult post(String page, Actor actor, Map<String, String> typed) {
        var request = mvc.post()
                .uri(page)
                .contentType("application/x-www-form-urlencoded")
                .with(as(actor))
                .with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private static Map<String, String> typed(AdvertFacts advert, Map<String, String> changed) {
        LocalDate start = advert.startEarliest();
        Map<String, String> all = new java.util.HashMap<>(Map.of(
                "rate",
                "24.50",
                "start.day",
                "" + start.getDayOfMonth(),
                "start.month",
                "" + start.getMonthValue(),
                "start.year",
                "" + start.getYear(),
                "coverage",
                "ALL",
                "lines[0].from",
                "",
                "lines[1].from",
                "",
                "welsh",
                "true",
                "note",
                ""));
        all.putAll(changed);
        return all;
    }

    private static String day(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM yyyy", java.util.Locale.UK)
                .format(day);
    }

    private String packageOf(AdvertFacts advert) {
        return jdbc.sql("select ref from carepackages.care_package where id = ?")
                .param(advert.carePackage().value())
                .query(String.class)
                .single();
    }

    /** Without what differs between any two requests: tokens, nonces and the time of printing. */
    private static String steady(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString().replaceAll("(nonce|value)=\"[^\"]*\"|Printed [^<]*", "");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
