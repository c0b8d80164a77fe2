package cymru.pontio.providers.capacity;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.Providers;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Spare hours as the provider sees and declares them, what others see of them, and who is found by the public. */
@PontioTest
class CapacityPageTests {
    private static final Slot MORNING = new Slot("newtown", PartOfDay.MORNING, 1);
    private static final Slot BED = new Slot("newtown", PartOfDay.BED, 2);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    CapacityExamples examples;

    @Autowired
    SpareHours spareHours;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Providers providers;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/capacity", "/capacity/history", "/capacity/history.csv", "/capacity/contact"})
    void isForProvidersInBothLanguages(String path) {
        assertThat(get("/en" + path, county.providerA())).hasStatusOk();
        assertThat(get("/cy" + path, county.providerA())).hasStatusOk();
        assertThat(get("/en" + path, coordinator(county.providerA()))).hasStatusOk();
        assertThat(get("/en" + path, county.broker())).hasStatus(404);
        assertThat(get("/en" + path, county.inhouse())).hasStatus(404);
        assertThat(mvc.get().uri("/en" + path)).hasStatus(302);
    }

    @Test
    void declaresWhatIsTyped() {
        Actor agency = examples.agency("Cyntaf Care");
        assertThat(post(agency, "0", "newtown.MORNING.one=7,5", "newtown.BED.two=0.25"))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/capacity?done=capacity.declared");
        assertThat(examples.left(agency, MORNING)).isEqualTo(450);
        assertThat(examples.left(agency, BED)).isEqualTo(15);
        assertThat(get("/en/capacity", agency))
                .hasStatusOk()
                .bodyText()
                .contains("Up to date", "7.5 user hours a week", "0.25 user hours a week, which are 0.5 carer hours");
        assertThat(get("/en/capacity/history", agency)).bodyText().contains("Manager of Cyntaf Care");
        assertThat(jdbc.sql("select count(*) from audit.entry where subject = ? and action = 'CapacityDeclared'")
                        .param(providers.view(agency.organisation()).ref())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.3", "-1", "1e3", "1000", "seven", "7..5", "0.1", "<b>"})
    void keepsWhatIsNotInQuartersAndSaysWhere(String typed) {
        Actor agency = examples.agency("Anghywir Care");
        assertThat(post(agency, "0", "newtown.MORNING.one=" + typed, "welshpool.TEA.two=x", "until=31 2 2026"))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Newtown, Morning, one worker: enter hours in quarters",
                        "Welshpool and Montgomery, Tea, two workers: enter hours in quarters",
                        "href=\"#validUntil\"",
                        org.springframework.web.util.HtmlUtils.htmlEscape(typed));
        assertThat(examples.left(agency, MORNING)).isZero();
    }

    @Test
    void refusesDaysThatArePastOrTooFar() {
        Actor agency = examples.agency("Dyddiad Care");
        LocalDate today = Zone.dayOf(clock.instant());
        assertThat(post(agency, "0", "until=" + day(today.minusDays(1)))).hasStatus(422);
        assertThat(post(agency, "0", "until=" + day(today.plusDays(85)))).hasStatus(422);
        assertThat(post(agency, "0", "until=" + day(today))).hasStatus(302);
    }

    @Test
    void rowsOfOtherPatchesAndPartsAreNotThere() {
        Actor agency = examples.agency("Arall Care");
        var request = mvc.post()
                .uri("/en/capacity")
                .with(as(agency))
                .with(csrf())
                .param("seen", "0")
                .param("rows[0].patch", "brecon")
                .param("rows[0].part", "MORNING")
                .param("rows[0].one", "5")
                .param("rows[3].patch", "newtown")
                .param("rows[3].part", "ELEVENSES")
                .param("rows[3].one", "5")
                .param("rows[200].one", "5");
        assertThat(request.exchange())
                .hasStatus(422)
                .bodyText()
                .contains("rows[9].one")
                .doesNotContain("rows[10].one");
    }

    @Test
    void aPageThatIsOutOfDateChangesNothingAndLosesNothing() {
        Actor agency = examples.agency("Hen Dudalen Care");
        examples.declare(agency, Map.of(MORNING, 600));
        assertThat(post(agency, "0", "newtown.MORNING.one=12"))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing is saved yet", "left now: 10 and 0", "value=\"12\"", "name=\"seen\" value=\"1\"");
        assertThat(examples.left(agency, MORNING)).isEqualTo(600);
        assertThat(post(agency, "1", "newtown.MORNING.one=12")).hasStatus(302);
        assertThat(post(agency, "nonsense", "newtown.MORNING.one=13")).hasStatus(422);
    }

    @Test
    void sameAsLastTimeIsOneTap() {
        Actor agency = examples.agency("Un Cyffyrddiad Care");
        assertThat(repeat(agency)).hasStatus(409);
        examples.declare(agency, Map.of(MORNING, 600));
        examples.age(agency, 20);
        assertThat(get("/en/capacity", agency)).bodyText().contains("Out of date", "/en/capacity/repeat");
        assertThat(get("/en/home", agency)).bodyText().contains("Spare hours to bring up to date");
        assertThat(repeat(agency)).hasStatus(302);
        assertThat(examples.left(agency, MORNING)).isEqualTo(600);
        assertThat(get("/en/capacity", agency)).bodyText().contains("Up to date");
        assertThat(get("/en/home", agency)).bodyText().doesNotContain("Spare hours to bring up to date");
        assertThat(get("/en/capacity/history", agency)).bodyText().contains("Same as last time", "Declared");
    }

    /** Seeded fault: count by the moment, which differs from one part of the day to the next. */
    @Test
    void anAcceptedOfferIsOneLineOfTheHistory() {
        Actor agency = examples.agency("Hanes Care");
        Slot tea = new Slot("newtown", PartOfDay.TEA, 1);
        examples.declare(agency, Map.of(MORNING, 600, tea, 600));
        transaction.executeWithoutResult(status -> spareHours.take(
                agency, agency.organisation(), "AWD-HANE-S", Map.of(MORNING, 420, tea, 210), Confirmation.NONE));
        assertThat(get("/en/capacity/history", agency))
                .bodyText()
                .containsOnlyOnce("Taken by offer AWD-HANE-S")
                .contains("−10.5")
                .doesNotContain("−0");
        assertThat(get("/en/capacity/history.csv", agency)).bodyText().containsOnlyOnce("AWD-HANE-S");
    }

    @Test
    void theLanguageSwitchKeepsWhatIsTypedAndDeclaresNothing() {
        Actor agency = examples.agency("Iaith Care");
        MvcTestResult page = mvc.post()
                .uri("/en/capacity")
                .with(as(agency))
                .with(csrf())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("_language", "cy")
                .param("rows[0].patch", "newtown")
                .param("rows[0].part", "MORNING")
                .param("rows[0].one", "7.3")
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("Oriau ar gael", "value=\"7.3\"");
        assertThat(examples.left(agency, MORNING)).isZero();
    }

    @Test
    void aProviderSeesNoOthersDeclaration() {
        Actor agency = examples.agency("Preifat Care");
        examples.declare(agency, Map.of(MORNING, 600));
        String declaration = jdbc.sql("select declaration_id::text from providers.capacity where provider_id = ?")
                .param(agency.organisation())
                .query(String.class)
                .single();
        String page = "/en/capacity/history/" + declaration;
        assertThat(get(page, agency)).hasStatusOk().bodyText().contains("Newtown");
        assertThat(get(page, county.providerA())).hasStatus(404);
        assertThat(get("/en/capacity/history/nonsense", agency)).hasStatus(404);
        assertThat(get("/en/capacity/history?after=nonsense", agency)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void thePublicFindsAgenciesWithRoomAndNeverLearnsHowMuch(String language) {
        Actor agency = examples.agency("Lle Gwag Care " + language);
        examples.declare(agency, Map.of(MORNING, 43 * 60 + 15));
        String ref = providers.view(agency.organisation()).ref();
        assertThat(mvc.get().uri("/" + language + "/find-care?patch=newtown&service=PERSONAL_CARE&welsh=true"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Lle Gwag Care " + language,
                        "/find-care/" + ref,
                        language.equals("en") ? "Has room" : "Mae lle")
                .doesNotContain("43.25");
        assertThat(mvc.get().uri("/" + language + "/find-care/" + ref))
                .hasStatusOk()
                .bodyText()
                .contains("Lle Gwag Care")
                .doesNotContain("43.25");
        assertThat(get("/" + language + "/find-care", county.socialWorker())).hasStatusOk();
        assertThat(mvc.get().uri("/" + language + "/find-care?patch=brecon"))
                .bodyText()
                .doesNotContain("Lle Gwag Care " + language);
        assertThat(mvc.get().uri("/" + language + "/find-care?patch=atlantis&service=NONSENSE&welsh=x"))
                .hasStatus(400);
        assertThat(mvc.get().uri("/" + language + "/find-care?patch=atlantis&service=NONSENSE"))
                .hasStatusOk();
        assertThat(mvc.get().uri("/" + language + "/find-care/PRV-0000-0")).hasStatus(404);
        assertThat(mvc.get().uri("/" + language + "/find-care/nonsense")).hasStatus(404);
    }

    /** Seeded fault: leave the embargo out of AgencyOffers. */
    @Test
    void whoMayNotTakeNewPeopleIsNotFound() {
        LocalDate today = Zone.dayOf(clock.instant());
        Actor stopped = examples.agency("Ataliwyd Care", Set.of("newtown"), Embargo.NEW_WORK, LocalDate.of(2099, 1, 1));
        Actor lapsed = examples.agency("Dirwyn Care", Set.of("newtown"), Embargo.NONE, today.minusDays(1));
        for (Actor agency : List.of(stopped, lapsed)) {
            examples.declareAll(agency, 6000);
            assertThat(mvc.get()
                            .uri("/en/find-care/"
                                    + providers.view(agency.organisation()).ref()))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/en/find-care")).bodyText().doesNotContain("Ataliwyd Care", "Dirwyn Care");
    }

    @Test
    void theManagerSaysHowTheProviderIsReached() {
        Actor agency = examples.agency("Cyswllt Care");
        assertThat(contact(agency, "services", "NONSENSE", "phone", "call me", "email", "x", "website", "javascript:x"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#services\"", "href=\"#phone\"", "href=\"#email\"", "href=\"#website\"", "call me");
        assertThat(contact(coordinator(agency), "services", "MEALS")).hasStatus(404);
        assertThat(contact(
                        agency,
                        "services",
                        "MEALS",
                        "phone",
                        "01597 000000",
                        "website",
                        "www.example.org",
                        "version",
                        "0"))
                .hasStatus(302);
        assertThat(mvc.get()
                        .uri("/en/find-care/"
                                + providers.view(agency.organisation()).ref()))
                .hasStatusOk()
                .bodyText()
                .contains("Meals", "tel:01597000000", "https://www.example.org");
    }

    /** Seeded faults, each by itself: let the last one win; count no change. */
    @Test
    void ofTwoWindowsTheSecondIsToldOfTheFirst() {
        Actor agency = examples.agency("Dwy Ffenestr Care");
        assertThat(get("/en/capacity/contact", agency)).bodyText().contains("name=\"version\" value=\"0\"");
        assertThat(contact(agency, "services", "MEALS", "phone", "01597 000001", "version", "0"))
                .hasStatus(302);
        for (String seen : List.of("0", "nonsense"))
            assertThat(contact(agency, "services", "SHOPPING", "phone", "01597 000002", "version", seen))
                    .hasStatus(409)
                    .bodyText()
                    .contains("This was changed after you opened it", "01597 000002", "value=\"1\"");
        assertThat(contact(agency, "services", "SHOPPING", "phone", "01597 000002", "version", "1"))
                .hasStatus(302);
        assertThat(get("/en/capacity/contact", agency))
                .bodyText()
                .contains("01597 000002", "name=\"version\" value=\"2\"");
    }

    private static Actor coordinator(Actor manager) {
        return new Actor(
                manager.userId(),
                "Cydlynydd",
                manager.organisation(),
                "an agency",
                null,
                Set.of(Role.PROVIDER_COORDINATOR),
                null);
    }

    private static String day(LocalDate day) {
        return day.getDayOfMonth() + " " + day.getMonthValue() + " " + day.getYear();
    }

    private MvcTestResult get(String page, Actor actor) {
        return mvc.get().uri(page).with(as(actor)).exchange();
    }

    /** Who types a figure and presses Enter, or Go on a phone, declares what was typed and not what was before. */
    @Test
    void enterDeclaresWhatWasTyped() throws Exception {
        String page = get("/en/capacity", county.providerA()).getResponse().getContentAsString();
        String form = page.substring(page.indexOf("<form id=\"form\""));
        Matcher submit = Pattern.compile("<button[^>]*>").matcher(form);
        List<String> own = submit.results()
                .map(MatchResult::group)
                .filter(button -> !button.contains("form=\"repeat\""))
                .toList();
        assertThat(own.getFirst()).doesNotContain("formaction");
        assertThat(form).contains("form=\"repeat\"");
        assertThat(page).contains("<form id=\"repeat\"");
    }

    private MvcTestResult repeat(Actor actor) {
        return mvc.post()
                .uri("/en/capacity/repeat")
                .with(as(actor))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult contact(Actor actor, String... fields) {
        var request = mvc.post()
                .uri("/en/capacity/contact")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(as(actor))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) request = request.param(fields[i], fields[i + 1]);
        return request.exchange();
    }

    /** Sends the page of an agency in Newtown and Welshpool as a browser would. */
    private MvcTestResult post(Actor actor, String seen, String... typed) {
        var request =
                mvc.post().uri("/en/capacity").with(as(actor)).with(csrf()).param("seen", seen);
        Map<String, String> values = new java.util.HashMap<>();
        for (String one : typed) values.put(one.split("=", 2)[0], one.split("=", 2)[1]);
        String[] until = values.getOrDefault(
                        "until", day(Zone.dayOf(clock.instant()).plusDays(14)))
                .split(" ");
        request = request.param("validUntil.day", until[0])
                .param("validUntil.month", until[1])
                .param("validUntil.year", until[2]);
        List<String> rows = new ArrayList<>();
        for (String patch : List.of("newtown", "welshpool"))
            for (PartOfDay part : PartOfDay.values()) rows.add(patch + "." + part);
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i);
            request = request.param("rows[" + i + "].patch", row.split("\\.")[0])
                    .param("rows[" + i + "].part", row.split("\\.")[1])
                    .param("rows[" + i + "].one", values.getOrDefault(row + ".one", ""))
                    .param("rows[" + i + "].two", values.getOrDefault(row + ".two", ""));
        }
        return request.exchange();
    }
}
