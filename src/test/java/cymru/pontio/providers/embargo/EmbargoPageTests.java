package cymru.pontio.providers.embargo;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class EmbargoPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    EmbargoExamples examples;

    @Autowired
    County county;

    @AfterEach
    void free() {
        examples.free(county, county.providerC());
    }

    @Test
    void stopsWorkAndShowsTheProviderWhyAndUntilWhen() {
        LocalDate review = examples.today().plusDays(21);
        MvcTestResult done = post("/en" + imposing(), county.commissioner(), typed(review));
        assertThat(done).hasStatus(302);
        String page = Objects.requireNonNull(done.getResponse().getRedirectedUrl());
        assertThat(page).matches("/en/embargoes/EMB-.*\\?done=embargo.imposed");
        assertThat(get(page, county.commissioner())).bodyText().contains("New work is stopped", "Propose to lift it");
        assertThat(get(page, county.broker())).hasStatusOk().bodyText().doesNotContain("Propose to lift it");
        assertThat(get("/en/standing", county.providerC()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "New work stopped", EmbargoExamples.REASON, "" + review.getYear(), "Care it gives now goes on");
        assertThat(get("/cy/home", county.providerC())).bodyText().contains("Mae’r cyngor wedi atal gwaith newydd");
        assertThat(get("/en/home", county.providerA())).bodyText().doesNotContain("The council has stopped");
    }

    @Test
    void asksAgainForNonsenseAndKeepsWhatWasTyped() {
        assertThat(post(
                        "/en" + imposing(),
                        county.commissioner(),
                        Map.of(
                                "level", "EVERYTHING",
                                "cause", "WEATHER",
                                "reason", "short",
                                "reviewOn.day", "31",
                                "reviewOn.month", "2",
                                "reviewOn.year", "2027")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Choose what is stopped",
                        "Choose the main cause",
                        "Write between 10 and 2,000 characters",
                        "Enter a real date for the review",
                        ">short</textarea>");
        assertThat(post("/cy" + imposing(), county.commissioner(), typed(examples.today())))
                .hasStatus(422)
                .bodyText()
                .contains("Rhaid i’r adolygiad fod ar ôl heddiw");
        assertThat(post(
                        "/en" + imposing(),
                        county.commissioner(),
                        typed(examples.today().plusYears(2))))
                .hasStatus(422)
                .bodyText()
                .contains("within six months");
    }

    /** Seeded fault: open the form of a second embargo. */
    @Test
    void letsTheSecondCommissionerLiftItAndNotTheFirst() {
        EmbargoRef ref = examples.impose(county, county.providerC());
        assertThat(get("/en/providers/" + examples.ref(county.providerC()) + "/embargo", county.commissioner()))
                .hasStatus(409);
        assertThat(get("/en/embargoes/" + ref + "/lift/refusal", county.otherCommissioner()))
                .hasStatus(409);
        assertThat(post("/en/embargoes/" + ref + "/lift", county.commissioner(), Map.of("why", "")))
                .hasStatus(422);
        assertThat(post(
                        "/en/embargoes/" + ref + "/lift",
                        county.commissioner(),
                        Map.of("why", "Six weeks without a complaint")))
                .hasStatus(302);
        assertThat(get("/en/embargoes/" + ref + "/lift", county.otherCommissioner()))
                .hasStatus(409);
        assertThat(get("/en/embargoes/" + ref + "/lift/refusal", county.otherCommissioner()))
                .hasStatusOk();
        assertThat(get("/en/embargoes/" + ref, county.commissioner()))
                .bodyText()
                .contains("Another commissioner must agree")
                .doesNotContain("Agree and lift the embargo");
        assertThat(post("/en/embargoes/" + ref + "/lift/approval", county.commissioner(), Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains("You proposed to lift embargo");
        assertThat(get("/en/embargoes/" + ref, county.otherCommissioner()))
                .bodyText()
                .contains("Agree and lift the embargo");
        assertThat(post("/en/embargoes/" + ref + "/lift/approval", county.otherCommissioner(), Map.of()))
                .hasStatus(302);
        assertThat(post("/en/embargoes/" + ref + "/lift/approval", county.otherCommissioner(), Map.of()))
                .hasStatus(409);
        assertThat(get("/en/embargoes?tab=over", county.broker())).bodyText().contains(ref.value());
        assertThat(get("/en/embargoes.csv?tab=over", county.broker()))
                .bodyText()
                .contains(ref.value());
    }

    @Test
    void recordsAReviewAndNeverANarrowerOne() {
        EmbargoRef ref = examples.impose(county, county.providerC());
        LocalDate again = examples.today().plusDays(50);
        assertThat(get("/cy/embargoes/" + ref + "/review", county.commissioner()))
                .hasStatusOk();
        assertThat(review(ref, "NEW_WORK_AND_INCREASES", again)).hasStatus(302);
        assertThat(review(ref, "NEW_WORK", again))
                .hasStatus(422)
                .bodyText()
                .contains("A review cannot make an embargo narrower");
    }

    @Test
    void isNotThereForAnybodyElse() {
        EmbargoRef ref = examples.impose(county, county.providerC());
        for (Actor other : List.of(county.providerC(), county.providerA(), county.socialWorker(), county.finance())) {
            assertThat(get("/en/embargoes/" + ref, other)).hasStatus(404);
            assertThat(get("/en" + imposing(), other)).hasStatus(404);
            assertThat(post("/en/embargoes/" + ref + "/lift/approval", other, Map.of()))
                    .hasStatus(404);
        }
        assertThat(get("/en" + imposing(), county.broker())).hasStatus(404);
        assertThat(mvc.get().uri("/en/embargoes").exchange()).hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/embargoes/EMB-0000-1",
                "/embargoes/nonsense",
                "/providers/PRV-0000-1/embargo",
                "/embargoes/x/review"
            })
    void isNotFoundForAReferenceOfNothing(String path) {
        assertThat(get("/en" + path, county.commissioner())).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void listsInBothLanguages(String language) {
        examples.impose(county, county.providerC());
        assertThat(get("/" + language + "/embargoes?tab=&after=nonsense", county.commissioner()))
                .hasStatusOk();
        assertThat(get("/" + language + "/embargoes", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("Cwtch Care");
        assertThat(get("/" + language + "/market", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("/embargoes", "/providers", "/register-imports");
    }

    private MvcTestResult review(EmbargoRef ref, String level, LocalDate again) {
        return post(
                "/en/embargoes/" + ref + "/review",
                county.commissioner(),
                Map.of(
                        "level", level,
                        "finding", "The rosters are better but not good",
                        "reviewOn.day", "" + again.getDayOfMonth(),
                        "reviewOn.month", "" + again.getMonthValue(),
                        "reviewOn.year", "" + again.getYear()));
    }

    private String imposing() {
        return "/providers/" + examples.ref(county.providerC()) + "/embargo";
    }

    private static Map<String, String> typed(LocalDate review) {
        return Map.of(
                "level",
                "NEW_WORK",
                "cause",
                "QUALITY",
                "reason",
                EmbargoExamples.REASON,
                "reviewOn.day",
                "" + review.getDayOfMonth(),
                "reviewOn.month",
                "" + review.getMonthValue(),
                "reviewOn.year",
                "" + review.getYear());
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(java.net.URI.create(path)).with(as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(as(actor)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
