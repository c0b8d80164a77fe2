package cymru.pontio.rates;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class RatePageTests {
    private static final String PRICE = "/rates/price?service=SESSIONAL&locality=hay&days=1&days=2&days=3&days=4&days=5"
            + "&days=6&days=7&minutes=30&workers=2&provider=&from.day=30&from.month=3&from.year=2026&span=WEEK";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RateChanges changes;

    @Autowired
    County county;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void everyPageOpensInBothLanguages(String language) {
        for (Actor actor : List.of(county.commissioner(), county.finance(), county.broker())) {
            for (String page : List.of(
                    "/rates", "/rates/bounds", "/rates/changes", "/rates/price", "/rates/bank-holidays", "/market")) {
                assertThat(get("/" + language + page, actor)).as(page).hasStatusOk();
            }
        }
        assertThat(get("/" + language + "/rates", county.broker()))
                .bodyText()
                .contains("£28.37", "£44.58".substring(0, 1), language.equals("cy") ? "Gwledig iawn" : "Deep rural")
                .doesNotContain("/rates/changes/new");
    }

    @Test
    void isClosedToEverybodyElse() {
        for (Actor actor : List.of(
                county.providerA(), county.socialWorker(), county.manager(), county.auditor(), county.admin())) {
            for (String page : List.of("/rates", "/rates.csv", "/rates/price", "/rates/simplification"))
                assertThat(get("/en" + page, actor).getResponse().getStatus()).isIn(403, 404);
        }
        assertThat(get("/en/rates/simplification", county.broker())
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(mvc.get().uri("/en/rates").exchange()).hasStatus(302);
    }

    @Test
    void explainsThePriceOfAWeekLineByLine() {
        // Hay is rural: £30.64 for half hours, £40.53 on Good Friday; two workers for half an hour are one hour.
        assertThat(get("/en" + PRICE, county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("£30.64 × 30 minutes × 2 workers × 4 visits ÷ 60", "£122.56", "£40.53", "Total: £224.37")
                .contains("half a penny up");
        assertThat(get("/cy" + PRICE, county.finance()))
                .hasStatusOk()
                .bodyText()
                .contains("£30.64 × 30 munud × 2 weithiwr × 4 ymweliad ÷ 60", "Gŵyl banc");
        assertThat(get("/en" + PRICE.replace("/price", "/price.csv"), county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("2026-04-03,2026-04-03,BANK_HOLIDAY,40.53,,,40.53,1,30,2,30,60,40.53");
    }

    @Test
    void asksAgainForWhatIsNoCall() {
        assertThat(get(
                        "/en/rates/price?service=CLEANING&locality=&minutes=0&workers=3&from.day=31&from.month=2"
                                + "&from.year=2026&span=CENTURY",
                        county.broker()))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Choose a service",
                        "Choose an area",
                        "Choose at least one day",
                        "Enter whole minutes",
                        "Choose how many workers",
                        "Enter the first day",
                        "Choose how long",
                        "value=\"31\"");
        assertThat(get("/en" + PRICE.replace("from.year=2026", "from.year=1999"), county.broker()))
                .hasStatus(422)
                .bodyText()
                .contains("are not known for these days");
        assertThat(get(
                        "/en" + PRICE.replace("/price?", "/price.csv?").replace("from.year=2026", "from.year=1999"),
                        county.broker()))
                .hasStatus(422)
                .bodyText()
                .contains("are not known for these days");
        assertThat(get("/en" + PRICE.replace("provider=", "provider=nonsense"), county.broker()))
                .hasStatus(404);
        assertThat(get("/en" + PRICE.replace("locality=hay", "locality=atlantis"), county.broker()))
                .hasStatus(404);
    }

    @Test
    void asksAgainForWhatIsNoChangeAndKeepsWhatWasTyped() {
        assertThat(post(
                        "/en/rates/changes/new/CARD",
                        county.commissioner(),
                        Map.of(
                                "rate",
                                "a lot",
                                "minutesFrom",
                                "45",
                                "minutesTo",
                                "30",
                                "from.day",
                                "1",
                                "from.month",
                                "1",
                                "from.year",
                                "2020",
                                "zone",
                                "MOON",
                                "source",
                                "<i>me</i>")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Choose a service",
                        "Choose a zone",
                        "The longest visit must not be shorter",
                        "Choose a kind of day",
                        "Enter an amount in pounds",
                        "must be after today",
                        "Give a reason",
                        "value=\"a lot\"",
                        "&lt;i&gt;me&lt;/i&gt;");
        assertThat(post(
                        "/cy/rates/changes/new/ENVELOPE",
                        county.commissioner(),
                        Map.of("floor", "30", "rate", "20", "ceiling", "10", "reason", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("Rhaid i’r terfyn isaf beidio", "Rhaid i’r terfyn uchaf beidio", "Dywedwch o ble");
        // The list of problems has one line for each amount, so each says which one it is.
        assertThat(post(
                        "/en/rates/changes/new/ENVELOPE",
                        county.commissioner(),
                        Map.of("floor", "a", "rate", "b", "ceiling", "c", "reason", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the floor in pounds", "Enter the ceiling in pounds", "Enter an amount in pounds");
        for (String kind :
                List.of("CARD", "ADJUSTMENT", "FLAT", "ZONE", "ENVELOPE", "EXCEPTION", "CLOSING", "PLEDGE", "MINIMUM"))
            assertThat(get("/cy/rates/changes/new/" + kind, county.commissioner()))
                    .hasStatusOk();
        assertThat(get("/en/rates/changes/new/WAGES", county.commissioner())).hasStatus(404);
        assertThat(get("/en/rates/changes/new/CARD", county.finance())).hasStatus(404);
        assertThat(get("/en/rates/changes/RTC-0000-0", county.finance())).hasStatus(404);
    }

    @Test
    void nothingIsClosedWhereNoWayForExceptionsIsOpen() {
        LocalDate from = changes.today().plusDays(900);
        for (String language : List.of("en", "cy"))
            assertThat(post(
                            "/" + language + "/rates/changes/new/CLOSING",
                            county.commissioner(),
                            Map.of(
                                    "locality",
                                    "llanidloes",
                                    "reason",
                                    "Prices have settled",
                                    "from.day",
                                    "" + from.getDayOfMonth(),
                                    "from.month",
                                    "" + from.getMonthValue(),
                                    "from.year",
                                    "" + from.getYear())))
                    .hasStatus(422)
                    .bodyText()
                    .contains(
                            language.equals("en")
                                    ? "No way for exceptions is open there"
                                    : "Nid oes ffordd i eithriadau ar agor yno",
                            "Prices have settled");
    }

    @Test
    void twoPeopleChangeARate() {
        LocalDate from = changes.today().plusDays(70);
        MvcTestResult proposed = post(
                "/en/rates/changes/new/MINIMUM",
                county.commissioner(),
                Map.of(
                        "nation",
                        "ENGLAND",
                        "rate",
                        "£33.10",
                        "source",
                        "A newspaper",
                        "reason",
                        "New year",
                        "from.day",
                        "" + from.getDayOfMonth(),
                        "from.month",
                        "" + from.getMonthValue(),
                        "from.year",
                        "" + from.getYear()));
        assertThat(proposed).hasStatus(302).redirectedUrl().matches("/en/rates/changes/RTC-.*\\?done=rates.proposed");
        String page = proposed.getResponse().getRedirectedUrl().replaceAll("\\?.*", "");
        assertThat(get(page, county.commissioner()))
                .bodyText()
                .contains("somebody else must approve it")
                .doesNotContain("/approval");
        assertThat(post(page + "/approval", county.commissioner(), Map.of())).hasStatus(409);
        assertThat(post(page + "/refusal", county.finance(), Map.of("reason", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(get(page, county.broker())).hasStatusOk().bodyText().doesNotContain("/refusal");
        assertThat(post(page + "/approval", county.broker(), Map.of())
                        .getResponse()
                        .getStatus())
                .isIn(403, 404);
        assertThat(post(page + "/approval", county.finance(), Map.of())).hasStatus(302);
        assertThat(post(page + "/approval", county.otherCommissioner(), Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains("approved meanwhile by " + county.finance().name());
        assertThat(get("/cy/rates/bounds", county.finance())).bodyText().contains("£33.10", "A newspaper");
    }

    private MvcTestResult get(String page, Actor actor) {
        return mvc.get().uri(page).with(as(actor)).exchange();
    }

    private MvcTestResult post(String page, Actor actor, Map<String, String> typed) {
        var request = mvc.post().uri(page).with(as(actor)).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }
}
