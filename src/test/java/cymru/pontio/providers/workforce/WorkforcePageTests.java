package cymru.pontio.providers.workforce;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class WorkforcePageTests {
    private static final String NEW = "/en/workforce/workers/new";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    Providers providers;

    @Autowired
    Workers workers;

    @Autowired
    Clock clock;

    private Actor provider;
    private String ref;

    @BeforeEach
    void newProvider() {
        UUID id = Ids.next();
        ref = Reference.random("PRV", RandomGenerator.getDefault());
        providers.add(new ProviderView(
                id,
                ref,
                "Ehedydd Care",
                ProviderKind.AGENCY,
                LocalDate.of(2099, 12, 31),
                Embargo.NONE,
                null,
                null,
                null,
                true,
                true,
                Set.of(),
                Set.of("newtown")));
        provider = new Actor(Ids.next(), "Gwen Manager", id, "Ehedydd", null, Set.of(Role.PROVIDER_COORDINATOR), null);
    }

    @Test
    void addsAWorkerAndShowsWhatIsDueInBothLanguages() {
        assertThat(get(NEW, provider)).hasStatusOk().bodyText().contains("Moving and handling", "W-0142");
        String there = post(NEW, provider, typed()).getResponse().getRedirectedUrl();
        assertThat(there).matches("/en/workforce/workers/[0-9a-f-]{36}\\?done=workforce.added");
        assertThat(get(there, provider))
                .hasStatusOk()
                .bodyText()
                .contains("W-0142", "Register with Social Care Wales", "Offer guaranteed hours", "Overdue since");
        assertThat(get(there.replace("/en/", "/cy/"), provider))
                .hasStatusOk()
                .bodyText()
                .contains("Cofrestru â Gofal Cymdeithasol Cymru", "Cynnig oriau gwarantedig", "Yn hwyr ers");
        assertThat(get("/cy/workforce?show=OVERDUE", provider)).bodyText().contains("W-0142", "Y Drenewydd");
        // One worker with two duties: what is counted beside the number of workers is not workers.
        assertThat(get("/en/workforce", provider))
                .bodyText()
                .contains("Duties overdue", "Duties due within 30 days", "Duties due in 31 to 60 days");
        assertThat(get("/en/workforce.csv", provider)).bodyText().contains("W-0142,NON_GUARANTEED");
        assertThat(get("/en/workforce/providers/" + ref, county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("W-0142", "Ehedydd Care", "DBS check");
        assertThat(get("/cy/workforce", county.broker())).bodyText().contains("Ehedydd Care", "Cynnig Rhagweithiol");
        assertThat(get("/en/workforce.csv", county.commissioner()))
                .bodyText()
                .contains("Ehedydd Care")
                .doesNotContain("W-0142");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sian Jones", "QQ123456C", "sian@care.example", "07700 900123"})
    void refusesWhatMaySayWhoItIsAndKeepsTheRest(String typedRef) {
        Map<String, String> typed = typed();
        typed.put("ref", typedRef);
        assertThat(post(NEW, provider, typed))
                .hasStatus(422)
                .bodyText()
                .contains("This may say who the worker is", "value=\"2\" selected");
        assertThat(workers.all(provider)).isEmpty();
    }

    @Test
    void showsAllMistakesAtOnce() {
        assertThat(post(
                        NEW,
                        provider,
                        Map.of("started.day", "32", "registered.day", "x", "welsh", "9", "training[0].done.day", "40")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter your own number",
                        "Choose the kind of contract",
                        "Enter the first day of work",
                        "Registered with Social Care Wales since: enter a real date",
                        workers.standard().courses().getFirst().nameEn() + ": enter a real date",
                        "Choose the level of spoken Welsh",
                        "href=\"#training[0].done\"");
    }

    /** Seeded fault: the same sentence for each date, so that the list at the top says many times the same. */
    @Test
    void saysOfEachDateWhichOneItIs() throws UnsupportedEncodingException {
        Map<String, String> typed = typed();
        for (String date : List.of("registered", "qualified", "dbs", "training[0].done", "training[1].done"))
            date(typed, date, today().plusYears(1));
        List<String> summary = Jsoup.parse(post(NEW.replace("/en/", "/cy/"), provider, typed)
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .select(".govuk-error-summary li")
                .eachText();
        assertThat(summary)
                .hasSizeGreaterThan(3)
                .doesNotHaveDuplicates()
                .anyMatch(one ->
                        one.startsWith(workers.standard().courses().getFirst().nameCy() + ": mae’r dyddiad"));
    }

    @Test
    void refusesANumberTakenAndAnUnknownPatch() {
        post(NEW, provider, typed());
        assertThat(post(NEW, provider, typed())).hasStatus(422).bodyText().contains("Another of your workers");
        Map<String, String> typed = typed();
        typed.put("ref", "W-2");
        typed.put("patches", "atlantis");
        assertThat(post(NEW, provider, typed)).hasStatus(422).bodyText().contains("There is no such patch");
    }

    /** Seeded fault: open the form for a worker who has left. */
    @Test
    void changesLeavesAndOffers() {
        String there = post(NEW, provider, typed()).getResponse().getRedirectedUrl();
        String page = there.substring(0, there.indexOf('?'));
        assertThat(get(page + "/edit", provider)).hasStatusOk().bodyText().contains("value=\"W-0142\"");
        Map<String, String> typed = typed();
        typed.put("version", "1");
        typed.put("welsh", "5");
        assertThat(post(page + "/edit", provider, typed)).hasStatus(302);
        assertThat(post(page + "/edit", provider, typed)).hasStatus(409);
        assertThat(post(page + "/offer", provider, Map.of("choice", "PERHAPS"))).hasStatus(422);
        Map<String, String> offer = new HashMap<>(Map.of("choice", "STAY"));
        date(offer, "on", today());
        assertThat(post(page + "/offer", provider, offer)).hasStatus(302);
        assertThat(get(page, provider)).bodyText().contains("To stay with non-guaranteed hours");
        Map<String, String> leaving = new HashMap<>();
        date(leaving, "last", LocalDate.of(2001, 1, 1));
        assertThat(post(page + "/leaving", provider, leaving))
                .hasStatus(422)
                .bodyText()
                .contains("must not be before the first");
        date(leaving, "last", today().minusDays(1));
        assertThat(get(page + "/leaving", provider)).hasStatusOk();
        assertThat(post(page + "/leaving", provider, leaving)).hasStatus(302);
        assertThat(get(page + "/leaving", provider)).hasStatus(409);
        assertThat(get("/en/workforce?show=LEFT", provider)).bodyText().contains("W-0142");
    }

    @Test
    void fileIsPreviewedThenConfirmed() {
        String header = String.join(",", WorkerFile.columns(workers.standard())) + "\n";
        String there = upload(
                        header
                                + "W-1,GUARANTEED,,2024-01-31,,,,,3,newtown,,,,,,,\nSian Jones,GUARANTEED,,2024-01-31,,,,,3,,,,,,,,\n")
                .getResponse()
                .getRedirectedUrl();
        assertThat(get(there, provider))
                .hasStatusOk()
                .bodyText()
                .contains("Take over 1 row", "This may say who the worker is", "W-1")
                .doesNotContain("Sian");
        assertThat(get(there.replace("/en/", "/cy/") + "/bad-rows.csv", provider))
                .bodyText()
                .contains("REF_PERSON");
        assertThat(get(there, county.providerA())).hasStatus(404);
        assertThat(post(there + "/confirmation", provider, Map.of())).hasStatus(302);
        assertThat(post(there + "/confirmation", provider, Map.of())).hasStatus(409);
        assertThat(get("/en/workforce", provider)).bodyText().contains("W-1");
        assertThat(upload("nonsense")).hasStatus(422).bodyText().contains("must name each of the columns");
    }

    @Test
    void othersFindNothing() {
        String there = post(NEW, provider, typed()).getResponse().getRedirectedUrl();
        assertThat(get(there, county.providerA())).hasStatus(404);
        assertThat(get(there, county.commissioner())).hasStatus(404);
        assertThat(get("/en/workforce/providers/" + ref, county.providerA())).hasStatus(404);
        assertThat(get("/en/workforce", county.socialWorker())).hasStatus(404);
        assertThat(get("/en/workforce/workers/" + Ids.next(), provider)).hasStatus(404);
        assertThat(mvc.get().uri("/en/workforce").exchange()).hasStatus(302);
    }

    @Test
    void reportsWelshWantedAgainstWelshSpoken() {
        assertThat(get("/en/reports/welsh", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("Newtown", "People who need Welsh");
        assertThat(get("/cy/reports/welsh", county.finance()))
                .hasStatusOk()
                .bodyText()
                .contains("Y Drenewydd");
        assertThat(get("/en/reports/welsh.csv", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Y Drenewydd");
        assertThat(get("/en/reports/welsh", provider)).hasStatus(404);
    }

    @Test
    void showsTheStandard() {
        assertThat(get("/cy/workforce/standard", provider))
                .hasStatusOk()
                .bodyText()
                .contains("o fewn 6 mis i’r dechrau", "Symud a thrin");
        assertThat(get("/en/workforce/standard", county.commissioner()))
                .bodyText()
                .contains("within 6 months");
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>(
                Map.of("ref", "w-0142", "contract", "NON_GUARANTEED", "welsh", "2", "patches", "newtown"));
        date(typed, "started", today().minusDays(300));
        typed.put("training[0].course", "INDUCTION");
        date(typed, "training[0].done", today().minusDays(250));
        return typed;
    }

    private static void date(Map<String, String> typed, String name, LocalDate day) {
        typed.put(name + ".day", "" + day.getDayOfMonth());
        typed.put(name + ".month", "" + day.getMonthValue());
        typed.put(name + ".year", "" + day.getYear());
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private MvcTestResult upload(String text) {
        return mvc.post()
                .uri("/en/workforce/imports")
                .multipart()
                .file(new MockMultipartFile("file", "workers.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .with(as(provider))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor, Map<String, String> fields) {
        var request = mvc.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .with(as(actor))
                .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
