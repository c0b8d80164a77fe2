package cymru.pontio.providers.accreditation;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class AccreditationPageTests {
    private static final String OWN = "/accreditation/application";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    AccreditationExamples examples;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void showsEveryPageToItsReadersInBothLanguages(String language) {
        Actor actor = examples.complete();
        for (String page : List.of(
                "",
                "/organisation",
                "/registration",
                "/services",
                "/areas",
                "/policies",
                "/workforce",
                "/welsh",
                "/evidence",
                "/evidence/new?kind=OTHER",
                "/submission",
                "/history"))
            assertThat(get("/" + language + OWN + page, actor))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .contains("Newydd Care");
        Actor asked = examples.proved(county);
        assertThat(get("/" + language + OWN + "/leaving", asked)).hasStatusOk();
        String file = "/" + language + "/accreditation/" + examples.ref(asked);
        for (String page : List.of("/proposal", "/query"))
            assertThat(get(file + page, county.commissioner())).as(page).hasStatusOk();
        UUID proposal = examples.proposed(county, asked, AccreditationExamples.letIn());
        for (String page : List.of("", "/refusal?proposal=" + proposal))
            assertThat(get(file + page, county.otherCommissioner())).as(page).hasStatusOk();
        assertThat(get("/" + language + "/accreditation?state=DRAFT", county.commissioner()))
                .hasStatusOk();
        assertThat(get("/" + language + "/home", actor)).hasStatusOk();
        assertThat(get("/" + language + "/home", county.commissioner())).hasStatusOk();
        assertThat(mvc.get().uri("/" + language + "/join").exchange())
                .hasStatusOk()
                .bodyText()
                .contains(
                        language.equals("cy") ? "Cofrestru i ddarparu gofal cartref" : "Register to supply home care");
    }

    /** Seeded fault: open the refusal for one’s own proposal. */
    @Test
    void opensNoFormForWhatCannotBeSent() {
        Actor asked = examples.proved(county);
        String file = "/en/accreditation/" + examples.ref(asked);
        UUID proposal = examples.proposed(county, asked, AccreditationExamples.letIn());
        assertThat(get(file + "/proposal", county.otherCommissioner()))
                .hasStatus(409)
                .bodyText()
                .contains("waiting for a second commissioner already");
        String refusal = file + "/refusal?proposal=" + proposal;
        assertThat(get(refusal, county.commissioner())).hasStatus(409);
        assertThat(get(refusal, county.otherCommissioner())).hasStatusOk();
        assertThat(post(file + "/confirmation", county.otherCommissioner(), Map.of("proposal", proposal.toString())))
                .hasStatus(302);
        assertThat(get(refusal, county.otherCommissioner())).hasStatus(409);
        assertThat(get("/en/accreditation/application/submission", asked)).hasStatus(409);
        assertThat(get(file, county.commissioner())).bodyText().doesNotContain("Ask the provider");
        for (MvcTestResult page : List.of(
                get(file + "/query", county.commissioner()),
                post(file + "/query", county.commissioner(), Map.of("text", "")),
                post(file + "/query", county.commissioner(), Map.of("text", "Why?"))))
            assertThat(page)
                    .hasStatus(409)
                    .bodyText()
                    .contains("Questions can only be asked while an application is being checked");
        Actor draft = examples.complete();
        String own = "/en/accreditation/application";
        assertThat(get(own + "/leaving", draft)).hasStatus(409);
        assertThat(get(own + "/welsh", draft)).hasStatusOk().bodyText().contains("Save and continue");
        assertThat(get(own + "/submission", draft)).hasStatusOk();
        assertThat(post(own + "/submission", draft, Map.of("confirm", "true"))).hasStatus(302);
        // What was said can be read, and not sent again.
        assertThat(get(own + "/welsh", draft))
                .hasStatusOk()
                .bodyText()
                .contains("While the council checks")
                .doesNotContain("Save and continue");
        assertThat(get(own + "/leaving", draft)).hasStatusOk();
        assertThat(get("/en/accreditation/" + examples.ref(draft) + "/proposal", county.commissioner()))
                .hasStatus(409)
                .bodyText()
                .contains("nothing of this kind to decide");
        String checked = "/en/accreditation/" + examples.ref(draft);
        assertThat(post(checked + "/taking-up", county.commissioner(), Map.of()))
                .hasStatus(302);
        // Beside the field with all else, and not on a page of its own.
        assertThat(post(checked + "/proposal", county.commissioner(), Map.of("kind", "ACCREDIT", "reason", "Good")))
                .hasStatus(422)
                .bodyText()
                .contains("until the evidence named above counts", "Enter the last day of the accreditation");
    }

    @Test
    void takesAnApplicationFromRegistrationToTheMarket() {
        Actor actor = examples.complete();
        String file = "/en/accreditation/" + examples.ref(actor);
        assertThat(post("/en" + OWN + "/submission", actor, Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("Tick the box");
        assertThat(post("/en" + OWN + "/submission", actor, Map.of("confirm", "true")))
                .hasStatus(302);
        assertThat(post(file + "/taking-up", county.commissioner(), Map.of())).hasStatus(302);
        for (UUID evidence : evidence(actor)) {
            assertThat(get(file + "/review?evidence=" + evidence, county.commissioner()))
                    .hasStatusOk();
            assertThat(post(
                            file + "/review?evidence=" + evidence,
                            county.commissioner(),
                            Map.of("verdict", "ACCEPTED")))
                    .hasStatus(302);
        }
        Map<String, String> terms = Map.of(
                "kind",
                "ACCREDIT",
                "lots",
                "SESSIONAL",
                "areas",
                "newtown",
                "tier",
                "1",
                "until.day",
                "1",
                "until.month",
                "2",
                "until.year",
                "" + AccreditationExamples.today().plusYears(2).getYear(),
                "reason",
                "In order");
        assertThat(post(file + "/proposal", county.commissioner(), terms)).hasStatus(302);
        String proposal = jdbc.sql("select id from providers.accreditation_proposal where provider_id = ?")
                .param(actor.organisation())
                .query(String.class)
                .single();
        assertThat(get(file, county.commissioner()))
                .bodyText()
                .contains("You proposed this")
                .doesNotContain("/confirmation");
        assertThat(get("/en" + OWN, actor)).bodyText().doesNotContain("In order");
        assertThat(post(file + "/confirmation", county.commissioner(), Map.of("proposal", proposal)))
                .hasStatus(409)
                .bodyText()
                .contains("Another commissioner must decide");
        assertThat(post(file + "/confirmation", county.otherCommissioner(), Map.of("proposal", proposal)))
                .hasStatus(302);
        assertThat(post(file + "/confirmation", county.otherCommissioner(), Map.of("proposal", proposal)))
                .hasStatus(409)
                .bodyText()
                .contains("decided this proposal already");
        assertThat(get("/cy" + OWN, actor)).bodyText().contains("Rydych wedi’ch achredu", "Haen 1");
    }

    @Test
    void namesAllMistakesOfATaskAndKeepsWhatWasTyped() {
        Actor actor = examples.newcomer();
        assertThat(post(
                        "/en" + OWN + "/organisation",
                        actor,
                        Map.of(
                                "legalName",
                                "",
                                "companyNumber",
                                "12",
                                "contactName",
                                "",
                                "contactEmail",
                                "nobody",
                                "contactPhone",
                                "ring me <b>")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter the registered name",
                        "Enter a company number",
                        "Enter the name of a contact",
                        "Enter an email address",
                        "Enter a phone number",
                        "ring me &lt;b&gt;",
                        "value=\"nobody\"");
        assertThat(post("/cy" + OWN + "/registration", actor, Map.of("number", "1-101635124", "responsible", "")))
                .hasStatus(422)
                .bodyText()
                .contains("Rhowch rif cofrestru AGC", "Rhowch enw’r person sy’n atebol");
        assertThat(post(
                        "/en" + OWN + "/workforce",
                        actor,
                        Map.of("workers", "3", "registered", "4", "training", "FLYING")))
                .hasStatus(422)
                .bodyText()
                .contains("enter no more than that", "Say whether you can send two workers");
        assertThat(post("/en" + OWN + "/workforce", actor, Map.of("workers", "١٢", "registered", "-1")))
                .hasStatus(422);
        assertThat(post("/en" + OWN + "/welsh", actor, Map.of("care", "YES", "speakers", "0", "activeOffer", "")))
                .hasStatus(422)
                .bodyText()
                .contains("needs at least one worker", "Say how you make the Active Offer");
        assertThat(post("/en" + OWN + "/services", actor, Map.of("services", "NONSENSE")))
                .hasStatus(422);
        assertThat(post("/en" + OWN + "/areas", actor, Map.of("areas", "atlantis")))
                .hasStatus(422);
        assertThat(post("/en" + OWN + "/policies", actor, Map.of("policies", "SAFEGUARDING")))
                .hasStatus(422);
    }

    @Test
    void takesAFileByItsContentAndQuarantinesIt() {
        Actor actor = examples.newcomer();
        assertThat(upload(actor, "certificate.pdf", "MZ this is a program".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("The file is not a PDF", "value=\"10000000\"");
        assertThat(upload(actor, "empty.pdf", new byte[0]))
                .hasStatus(422)
                .bodyText()
                .contains("not empty");
        assertThat(upload(actor, "../../etc/passwd.exe", AccreditationExamples.PDF))
                .hasStatus(302);
        assertThat(get("/en" + OWN + "/evidence", actor))
                .bodyText()
                .contains("Waiting for the virus check", "Cannot be opened")
                .doesNotContain("passwd");
        UUID id = evidence(actor).getFirst();
        assertThat(get("/en" + OWN + "/evidence/" + id, actor)).hasStatus(404);
        assertThat(get("/en/accreditation/" + examples.ref(actor) + "/evidence/" + id, county.commissioner()))
                .hasStatus(404);
    }

    @Test
    void asksForEverythingAnInsuranceNeeds() {
        Actor actor = examples.newcomer();
        assertThat(mvc.post()
                        .uri("/en" + OWN + "/evidence/new")
                        .multipart()
                        .param("kind", "PUBLIC_LIABILITY")
                        .param("expires.day", "31")
                        .param("expires.month", "2")
                        .param("expires.year", "2030")
                        .param("cover", "1000")
                        .with(as(actor))
                        .with(csrf())
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Choose a file", "must be a real date", "at least £5,000,000");
    }

    @Test
    void sendsFilesSoThatNoBrowserRunsThem() {
        Actor actor = examples.newcomer();
        UUID id = examples.shown(actor, EvidenceKind.OTHER, 100);
        var response = get("/en" + OWN + "/evidence/" + id, actor).getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition")).startsWith("attachment; filename=\"PRV-");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.getHeaders("Content-Security-Policy")).anyMatch(policy -> policy.contains("sandbox"));
        assertThat(get("/en" + OWN + "/evidence/" + id, county.providerA())).hasStatus(404);
        Actor other = examples.newcomer();
        assertThat(get("/en/accreditation/" + examples.ref(other) + "/evidence/" + id, county.commissioner()))
                .hasStatus(404);
    }

    @Test
    void listsForTheCouncilAndForNobodyElse() {
        Actor actor = examples.applied();
        String ref = examples.ref(actor);
        assertThat(get("/en/accreditation?state=APPLIED", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains(ref)
                .doesNotContain("href=\"/en/accreditation/" + ref);
        assertThat(get("/en/accreditation.csv?state=APPLIED", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains(ref + ",Newydd Care,AGENCY,APPLIED");
        assertThat(get("/en/accreditation/" + ref, county.broker())).hasStatus(404);
        for (Actor nobody : List.of(county.providerA(), county.socialWorker(), county.finance(), county.admin())) {
            assertThat(get("/en/accreditation", nobody)).hasStatus(404);
            assertThat(get("/en/accreditation.csv", nobody)).hasStatus(404);
            assertThat(get("/en/accreditation/" + ref, nobody)).hasStatus(404);
        }
        assertThat(get("/en" + OWN, county.commissioner())).hasStatus(404);
        assertThat(mvc.get().uri("/en/accreditation").exchange()).hasStatus(302);
        assertThat(get("/en/accreditation/PRV-0000-0", county.commissioner())).hasStatus(404);
        assertThat(get("/en/accreditation?state=NONSENSE", county.commissioner()))
                .hasStatus(400);
    }

    @Test
    void neverTellsWhetherAnAccountExists() {
        String taken = county.usernameOf(county.providerA());
        String fresh = "Fresh-" + Ids.next() + "@Example.com";
        MvcTestResult known = join(taken, "192.0.2.1");
        MvcTestResult unknown = join(fresh, "192.0.2.2");
        assertThat(known).hasStatus(302);
        assertThat(unknown.getResponse().getRedirectedUrl())
                .isEqualTo(known.getResponse().getRedirectedUrl());
        assertThat(count("select count(*) from identity.account where username = lower(?)", fresh))
                .isEqualTo(1);
        assertThat(count(
                        "select count(*) from identity.organisation o where name = ? and not exists (select from identity.account a where a.organisation_id = o.id)",
                        "Joining Care"))
                .isZero();
        MvcTestResult welcome = mvc.post()
                .uri("/en/sign-in")
                .contentType("application/x-www-form-urlencoded")
                .param("username", fresh)
                .param("password", "three words together")
                .with(csrf())
                .exchange();
        assertThat(welcome).hasStatus(302).redirectedUrl().endsWith("/home");
    }

    /** Seeded faults: no tile for a draft; ask for hours where it works nowhere. */
    @Test
    void whoHasJustRegisteredFindsTheApplicationOnTheHomePage() {
        assertThat(get("/en/home", examples.newcomer()))
                .bodyText()
                .contains("Your application to send to the council")
                .doesNotContain("Spare hours never declared");
        assertThat(get("/cy/home", examples.proved(county))).bodyText().doesNotContain("Eich cais i’w anfon");
    }

    @Test
    void letsOneSourceRegisterOnlyAFewTimes() {
        for (int i = 0; i < 5; i++)
            assertThat(join("flood-" + Ids.next() + "@example.com", "192.0.2.9"))
                    .hasStatus(302);
        assertThat(join("flood@example.com", "192.0.2.9"))
                .hasStatus(422)
                .bodyText()
                .contains("Too many registrations");
    }

    @Test
    void asksAgainForABadRegistrationWithoutShowingThePassword() {
        assertThat(mvc.post()
                        .uri("/en/join")
                        .contentType("application/x-www-form-urlencoded")
                        .param("organisation", " ")
                        .param("name", "")
                        .param("email", "not one")
                        .param("password", "short-secret")
                        .with(csrf())
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter the name of your organisation",
                        "Enter your own name",
                        "Enter an email address",
                        "value=\"not one\"")
                .doesNotContain("short-secret");
        assertThat(mvc.post()
                        .uri("/cy/join")
                        .contentType("application/x-www-form-urlencoded")
                        .param("organisation", "Aaaa Care")
                        .param("name", "A")
                        .param("email", "somebody@example.com")
                        .param("password", "somebody@example.com")
                        .with(csrf())
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("Dewiswch gyfrinair sy’n anoddach ei ddyfalu");
    }

    private MvcTestResult join(String email, String source) {
        return mvc.post()
                .uri("/en/join")
                .contentType("application/x-www-form-urlencoded")
                .param("organisation", "Joining Care")
                .param("name", "Jo Ining")
                .param("email", email)
                .param("password", "three words together")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(source);
                    return request;
                })
                .exchange();
    }

    private MvcTestResult upload(Actor actor, String name, byte[] content) {
        return mvc.post()
                .uri("/en" + OWN + "/evidence/new")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/pdf", content))
                .param("kind", "PUBLIC_LIABILITY")
                .param("cover", "10000000")
                .param("expires.day", "1")
                .param("expires.month", "6")
                .param(
                        "expires.year",
                        "" + AccreditationExamples.today().plusYears(1).getYear())
                .with(as(actor))
                .with(csrf())
                .exchange();
    }

    private List<UUID> evidence(Actor actor) {
        return jdbc.sql("select id from providers.evidence where provider_id = ? order by kind")
                .param(actor.organisation())
                .query(UUID.class)
                .list();
    }

    private long count(String sql, String param) {
        return jdbc.sql(sql).param(param).query(Long.class).single();
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
}
