package cymru.pontio.placements;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.adverts.AdvertFacts;
import cymru.pontio.adverts.allocation.AllocationExamples;
import cymru.pontio.adverts.allocation.AllocationMode;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.providers.Providers;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A group transfer as each role sees it. */
@PontioTest
class TransferPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    PeopleExamples people;

    @Autowired
    Providers providers;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    AllocationExamples allocation;

    @Autowired
    PackageExamples packageExamples;

    @Autowired
    CarePackages packages;

    @Autowired
    Clock time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private LocalDate today;
    private String form;

    @BeforeEach
    void today() {
        today = Zone.dayOf(time.instant());
        form = "/providers/" + providers.view(county.providerA().organisation()).ref() + "/transfer";
    }

    @AfterEach
    void stays() {
        examples.forgetTransfers(county.providerA());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en", "/cy"})
    void aCommissionerMovesWhatAProviderLeaves(String language) {
        PeopleExamples.Marked person = people.personWithMarks(county.socialWorker());
        PlacementExamples.Accepted one = examples.live(county, person.ref(), today.minusDays(8));
        PlacementExamples.Accepted other = examples.live(county, today.minusDays(8));
        assertThat(get(language + form.replace("/transfer", ""), county.commissioner()))
                .bodyText()
                .contains(form);
        MvcTestResult page = get(language + form, county.commissioner());
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(one.ref().value(), other.ref().value(), form.replace("/transfer", "/embargo"))
                .contains(language.equals("/en") ? "is given no new work" : "ni roddir gwaith newydd")
                .doesNotContain(person.marks().toArray(String[]::new));
        assertThat(get(language + form + "?choose=" + one.ref(), county.commissioner()))
                .bodyText()
                .contains("value=\"" + one.ref() + "\" checked=\"checked\"", "value=\"" + other.ref() + "\"")
                .doesNotContain("value=\"" + other.ref() + "\" checked=\"checked\"");
        MvcTestResult begun = post(
                language + form,
                county.commissioner(),
                fields(today.plusDays(4), "PROVIDER_FAILURE", "It closes on Friday", one, other));
        assertThat(begun).hasStatus(302);
        String path = begun.getResponse().getRedirectedUrl();
        assertThat(path).contains("/transfers/TRF-").endsWith("?done=transfers.opened");
        String transfer = path.substring(path.indexOf("/transfers/"), path.indexOf('?'));
        for (Actor reader : List.of(county.commissioner(), county.broker()))
            assertThat(get(language + transfer, reader))
                    .hasStatusOk()
                    .bodyText()
                    .contains(
                            "/bundles/new?package=",
                            "/packages/" + one.carePackage().ref() + "/advert",
                            one.ref().value())
                    .doesNotContain(person.marks().toArray(String[]::new));
        assertThat(get(language + "/packages/" + one.carePackage().ref() + "/award/direct", county.broker()))
                .as("one day, said once")
                .bodyText()
                .contains(language.equals("/en") ? "Wanted on " : "Dymunir dechrau ar ")
                .doesNotContain("Wanted between", "Dymunir dechrau rhwng");
        assertThat(get(language + transfer, county.broker()))
                .as("only a commissioner stops work")
                .bodyText()
                .doesNotContain(form.replace("/transfer", "/embargo"));
        assertThat(get(language + transfer + ".csv", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("user_hours_a_week,carer_hours_a_week", one.ref().value(), "NOBODY");
        assertThat(get(language + "/transfers", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains(transfer);
        assertThat(get(language + "/market", county.broker())).bodyText().contains("/transfers\"");
        assertThat(get(language + "/placements/" + one.ref(), county.providerA()))
                .as("the old provider sees that it ends, when and why")
                .hasStatusOk()
                .bodyText()
                .contains("It closes on Friday", "" + today.plusDays(4).getYear())
                .doesNotContain("TRF-", "ADV-");
        assertThat(post(
                        language + form,
                        county.otherCommissioner(),
                        fields(today.plusDays(4), "PROVIDER_FAILURE", "Twice", one)))
                .hasStatus(409);
    }

    /** Seeded faults, each by itself: leave closed out of the words of the transfer, and of the placement. */
    @Test
    void aRoundThatHasClosedIsSaidToBeClosedWithWhatIsNext() {
        PlacementExamples.Accepted one = examples.live(county, today.minusDays(8));
        String[] fields = fields(today.plusDays(4), "PROVIDER_FAILURE", "It closes", one);
        String path =
                post("/en" + form, county.commissioner(), fields).getResponse().getRedirectedUrl();
        String transfer = "/en" + path.substring(path.indexOf("/transfers/"), path.indexOf('?'));
        AdvertFacts advert =
                adverts.publish(county, packages.facts(one.carePackage().id()));
        String bids = "/packages/" + one.carePackage().ref() + "/bids\"";
        assertThat(get(transfer, county.broker()))
                .bodyText()
                .contains("bids until ", "Advertised")
                .doesNotContain(bids);
        adverts.closeJustNow(advert);
        // Notice was given before the round of which the time has passed.
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("""
                    update placements.notice set at = at - interval '10 days'
                    where placement_id = (select id from placements.placement where ref = ?)""").param(one.ref().value()).update();
        });
        assertThat(get(transfer, county.broker()))
                .bodyText()
                .contains("closed on ", "compare the bids and decide", "Closed, to be decided", bids)
                .doesNotContain("bids until ", "Advertised<");
        assertThat(get("/en/placements/" + one.ref(), county.broker()))
                .bodyText()
                .contains("round " + advert.ref() + " closed on ")
                .doesNotContain("bids until ");
    }

    /** Seeded faults, each by itself: keep out whom the person will not have alone, in the list and on the page. */
    @Test
    void whoLeavesSeesNoAdvertForWhatItGives() {
        PlacementExamples.Accepted one = examples.live(county, today.minusDays(8));
        post("/en" + form, county.commissioner(), fields(today.plusDays(4), "PROVIDER_FAILURE", "It closes", one));
        String advert = adverts.publish(county, packages.facts(one.carePackage().id()))
                .ref()
                .value();
        assertThat(get("/en/opportunities/" + advert, county.providerB())).hasStatusOk();
        assertThat(get("/en/opportunities/" + advert, county.providerA())).hasStatus(404);
        assertThat(get("/en/opportunities.csv", county.providerB())).bodyText().contains(advert);
        assertThat(get("/en/opportunities.csv", county.providerA())).bodyText().doesNotContain(advert);
    }

    /** Seeded fault: tell the form from accreditation, embargo and patch alone. */
    @Test
    void isNotSaidToBeAskedFirstWhileItLeaves() {
        allocation.decide(county, "machynlleth", AllocationMode.FIRST_REFUSAL, county.providerA());
        String page = "/en/packages/"
                + packageExamples.approved(county, "machynlleth").ref() + "/advert/new";
        assertThat(get(page, county.broker())).bodyText().contains("Aderyn Care has first refusal");
        PlacementExamples.Accepted one = examples.live(county, today.minusDays(8));
        post("/en" + form, county.commissioner(), fields(today.plusDays(4), "PROVIDER_FAILURE", "It closes", one));
        assertThat(get(page, county.broker()))
                .bodyText()
                .contains("Its care is being moved to other providers.")
                .doesNotContain("Aderyn Care has first refusal");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndKeepsWhatWasTyped() {
        PlacementExamples.Accepted one = examples.live(county, today.minusDays(8));
        examples.live(county, today.minusDays(8));
        assertThat(post("/en" + form, county.commissioner(), "reason", "nonsense", "note", ""))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#chosen", "href=\"#reason", "href=\"#last", "href=\"#note");
        assertThat(post("/en" + form, county.commissioner(), fields(today.plusDays(4), "HANDBACK", "kept words", one)))
                .hasStatus(422)
                .bodyText()
                .containsPattern("The last day must be \\d{1,2} [A-Z]\\w+ \\d{4} or later, to give enough notice")
                .contains("kept words", "value=\"" + one.ref() + "\" checked=\"checked\"");
        assertThat(post(
                        "/en" + form,
                        county.commissioner(),
                        fields(today.minusDays(1), "PROVIDER_FAILURE", "kept words", one)))
                .hasStatus(422)
                .bodyText()
                .contains("cannot be in the past");
    }

    @Test
    void forOthersThePagesAreNotThere() {
        PlacementExamples.Accepted one = examples.live(county, today.minusDays(8));
        String[] fields = fields(today.plusDays(4), "PROVIDER_FAILURE", "It closes", one);
        String path =
                post("/en" + form, county.commissioner(), fields).getResponse().getRedirectedUrl();
        String transfer = path.substring(path.indexOf("/transfers/"), path.indexOf('?'));
        for (Actor other : county.everybody()) {
            boolean commissions = other.equals(county.commissioner()) || other.equals(county.otherCommissioner());
            boolean brokers = other.equals(county.broker()) || other.equals(county.otherBroker());
            if (!commissions) {
                assertThat(get("/en" + form, other)).hasStatus(404);
                assertThat(post("/en" + form, other, fields)).hasStatus(404);
            }
            for (String page : List.of("/transfers", transfer, transfer + ".csv"))
                assertThat(get("/en" + page, other)).as(other + page).hasStatus(commissions || brokers ? 200 : 404);
        }
        assertThat(mvc.get().uri("/en" + transfer)).hasStatus(302);
        assertThat(get("/en/transfers/TRF-0000-0", county.broker())).hasStatus(404);
        assertThat(get("/en/providers/PRV-0000-0/transfer", county.commissioner()))
                .hasStatus(404);
    }

    private static String[] fields(LocalDate last, String reason, String note, PlacementExamples.Accepted... these) {
        List<String> fields = new ArrayList<>(List.of(
                "last.day", "" + last.getDayOfMonth(),
                "last.month", "" + last.getMonthValue(),
                "last.year", "" + last.getYear(),
                "reason", reason,
                "note", note));
        for (PlacementExamples.Accepted one : these)
            fields.addAll(List.of("chosen", one.ref().value()));
        return fields.toArray(String[]::new);
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
