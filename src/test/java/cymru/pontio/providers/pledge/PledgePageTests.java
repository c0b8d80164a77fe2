package cymru.pontio.providers.pledge;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import cymru.pontio.providers.ProviderKind;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.providers.accreditation.Proofs;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class PledgePageTests {
    private static final String B1 = "/pledge/versions/1/clauses/B1/attestation";

    private static final byte[] PDF = "%PDF-1.4\nan example\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    Providers providers;

    @Autowired
    Attestations attestations;

    @Autowired
    Proofs proofs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PledgeVerification verification;

    @Autowired
    PledgeVersions versions;

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
                "Crëyr Care",
                ProviderKind.AGENCY,
                LocalDate.of(2099, 12, 31),
                Embargo.NONE,
                null,
                null,
                null,
                true,
                true,
                Set.of(),
                Set.of()));
        provider = new Actor(Ids.next(), "Gwen Manager", id, "Crëyr", null, Set.of(Role.PROVIDER_MANAGER), null);
    }

    @Test
    void showsAProviderWhatIsMissingInBothLanguages() {
        assertThat(get("/en/pledge", provider))
                .hasStatusOk()
                .bodyText()
                .contains("Our pledge to care workers", "What is missing for the next level: Bronze level", "5 clauses")
                .contains("£1.50 more on the average hourly rate", "An example: no text of this level");
        assertThat(get("/cy/pledge", provider))
                .hasStatusOk()
                .bodyText()
                .contains("Ein hadduned i weithwyr gofal", "Lefel Efydd", "Cyflog Byw Cenedlaethol", "5 cymal");
    }

    @Test
    void attestsAndTheCouncilAccepts() {
        assertThat(post("/en" + B1, provider, typed()))
                .hasStatus(302)
                .hasRedirectedUrl("/en/pledge?done=pledge.attested");
        assertThat(get("/en/pledge", provider)).bodyText().contains("With the council", "Take back");
        String attestation = ref();
        assertThat(get("/en/pledge", county.commissioner())).bodyText().contains("Crëyr Care", attestation);
        assertThat(get("/en/pledge/attestations/" + attestation, provider))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("/en/pledge/providers/");
        assertThat(get("/cy/pledge/attestations/" + attestation, county.commissioner()))
                .bodyText()
                .contains("Derbyn", "File 7");
        assertThat(post(
                        "/en/pledge/attestations/" + attestation + "/query",
                        county.commissioner(),
                        Map.of("reason", " ")))
                .hasStatus(422)
                .bodyText()
                .contains("Say why");
        assertThat(post("/en/pledge/attestations/" + attestation + "/acceptance", county.commissioner(), Map.of()))
                .hasStatus(302);
        assertThat(post("/en/pledge/attestations/" + attestation + "/acceptance", county.otherCommissioner(), Map.of()))
                .hasStatus(409)
                .bodyText()
                .contains("decided or taken back in the meantime");
        assertThat(get("/en/pledge/providers/" + ref, county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Runs out soon")
                .doesNotContain("Withdraw a level");
    }

    /**
     * Seeded faults: let anybody add to an attestation and open what was not scanned; show an attestation to any provider;
     * keep it from its own.
     */
    @Test
    void showsFilesForAClauseOnceTheyWereScanned() {
        post("/en" + B1, provider, typed());
        String attestation = ref();
        String files = "/en/pledge/attestations/" + attestation + "/files/";
        assertThat(get("/en/pledge", provider)).bodyText().contains(files + "new");
        assertThat(upload(files, provider, "%PNG but no picture".getBytes(StandardCharsets.US_ASCII)))
                .hasStatus(422)
                .bodyText()
                .contains("The file is not a PDF");
        assertThat(upload(files, provider, new byte[0])).hasStatus(422);
        assertThat(upload(files, county.providerA(), PDF)).hasStatus(404);
        assertThat(upload(files, provider, PDF)).hasStatus(302).hasRedirectedUrl("/en/pledge?done=pledge.fileAdded");
        UUID id = proofs.about(attestation).getFirst().id();
        assertThat(get("/en/pledge/attestations/" + attestation, county.commissioner()))
                .bodyText()
                .contains("In quarantine", "Gwen Manager")
                .doesNotContain(files + id);
        assertThat(get(files + id, county.commissioner())).hasStatus(404);
        jdbc.sql("update providers.evidence set scan = 'CLEAN', scanned_at = clock_timestamp() where id = ?")
                .param(id)
                .update();
        assertThat(get("/en/pledge/attestations/" + attestation, county.commissioner()))
                .bodyText()
                .contains(files + id);
        for (Actor reader : new Actor[] {county.commissioner(), provider})
            assertThat(get(files + id, reader))
                    .hasStatusOk()
                    .hasHeader("X-Content-Type-Options", "nosniff")
                    .body()
                    .isEqualTo(PDF);
        assertThat(get(files + id, county.providerA())).hasStatus(404);
        for (int i = 1; i < Proofs.MOST; i++)
            assertThat(upload(files, provider, PDF)).hasStatus(302);
        assertThatThrownBy(() -> proofs.add(provider, attestation, PDF))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo("accreditation.error.proofs"));
        post("/en/pledge/attestations/" + attestation + "/acceptance", county.commissioner(), Map.of());
        assertThatThrownBy(() -> attestations.waiting(provider, attestation)).isInstanceOf(RuleBroken.class);
        assertThat(get("/en/accreditation", county.commissioner())).hasStatusOk();
        assertThat(jdbc.sql("select count(*) from providers.evidence where about = ?")
                        .param(attestation)
                        .query(Long.class)
                        .single())
                .isEqualTo(Proofs.MOST);
        // Attested again: the level that was held rests on what was shown then, and both sides can still open it.
        post("/en" + B1, provider, typed());
        String again = ref();
        assertThat(again).isNotEqualTo(attestation);
        assertThat(proofs.about(again)).isEmpty();
        for (Actor reader : new Actor[] {county.commissioner(), provider})
            assertThat(get("/en/pledge/attestations/" + attestation, reader))
                    .hasStatusOk()
                    .bodyText()
                    .contains(files + id)
                    .doesNotContain("/acceptance");
        assertThat(get("/cy/pledge", provider)).bodyText().contains("/cy/pledge/attestations/" + attestation);
        assertThat(get("/en/pledge/attestations/" + attestation, provider))
                .bodyText()
                .doesNotContain(county.commissioner().name());
        for (Actor stranger : new Actor[] {county.providerA(), county.socialWorker()})
            assertThat(get("/en/pledge/attestations/" + attestation, stranger)).hasStatus(404);
    }

    private MvcTestResult upload(String files, Actor actor, byte[] content) {
        return mvc.post()
                .uri(files + "new")
                .multipart()
                .file(new MockMultipartFile("file", "payroll.pdf", "application/pdf", content))
                .with(as(actor))
                .with(csrf())
                .exchange();
    }

    @Test
    void showsAllMistakesAtOnceAndKeepsWhatWasTyped() {
        assertThat(post(
                        "/en" + B1,
                        provider,
                        Map.of("doneOn.day", "31", "doneOn.month", "2", "doneOn.year", "2026", "evidence", "")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter the day of the evidence",
                        "Enter the last day on which it counts",
                        "Say what the evidence is",
                        "value=\"31\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 24, 1200})
    void refusesEvidenceThatIsToCountTooLong(int months) {
        Map<String, String> typed = typed();
        date(typed, "goodUntil", today().plusMonths(months));
        assertThat(post("/en" + B1, provider, typed)).hasStatus(422).bodyText().contains("File 7");
    }

    @Test
    void switchingTheLanguageKeepsWhatWasTyped() {
        Map<String, String> typed = typed();
        typed.put("_language", "cy");
        assertThat(post("/en" + B1, provider, typed)).bodyText().contains("File 7");
    }

    @Test
    void othersFindNothing() {
        String attestation =
                attestations.attest(provider, 1, "B1", new AttestationTerms(today(), today().plusDays(30), "File 7"));
        assertThat(get("/en/pledge/attestations/" + attestation, county.providerA()))
                .hasStatus(404);
        assertThat(post("/en/pledge/attestations/" + attestation + "/return", county.providerA(), Map.of()))
                .hasStatus(404);
        assertThat(post("/en/pledge/attestations/" + attestation + "/acceptance", county.broker(), Map.of()))
                .hasStatus(404);
        assertThat(get("/en/pledge/providers/" + ref, county.providerA())).hasStatus(404);
        assertThat(get("/en/pledge", county.socialWorker())).hasStatus(404);
        assertThat(get("/en/pledge.csv", county.providerA())).hasStatus(404);
        assertThat(get("/en/pledge/versions/new", county.broker())).hasStatus(404);
        assertThat(get("/en/pledge/versions/99", county.commissioner())).hasStatus(404);
        assertThat(get("/en/pledge/versions/1/clauses/ZZ/attestation", provider))
                .hasStatus(404);
        assertThat(mvc.get().uri("/en/pledge").exchange()).hasStatus(302);
    }

    @Test
    void withdrawalAsksForAllAndRefusesWhatIsNotHeld() {
        assertThat(get("/en/pledge/providers/" + ref + "/withdrawal", county.commissioner()))
                .hasStatus(409);
        for (String clause : new String[] {"B1", "B2", "B3", "B4", "B5"})
            verification.accept(
                    county.commissioner(),
                    attestations.attest(
                            provider, 1, clause, new AttestationTerms(today(), today().plusDays(90), "File")));
        assertThat(post(
                        "/en/pledge/providers/" + ref + "/withdrawal",
                        county.commissioner(),
                        Map.of("level", "GOLD", "from.day", "1", "from.month", "1", "from.year", "2020")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "does not hold this level",
                        "must be today or later",
                        "Choose why",
                        "Say what the provider is told");
        Map<String, String> typed =
                new HashMap<>(Map.of("level", "BRONZE", "reason", "NOT_KEPT", "note", "Rotas of May"));
        date(typed, "from", today());
        assertThat(post("/en/pledge/providers/" + ref + "/withdrawal", county.commissioner(), typed))
                .hasStatus(302);
        assertThat(get("/cy/pledge", provider))
                .bodyText()
                .contains("Rotas of May", "Lefel Efydd wedi’i thynnu’n ôl", "Ni chedwir cymal");
    }

    @Test
    void draftsAVersionThatAnotherDecides() {
        Map<String, String> typed = new HashMap<>(Map.of("why", "Mileage"));
        date(typed, "startsOn", today());
        date(typed, "transitionUntil", today().minusDays(1));
        assertThat(post("/en/pledge/versions/new", county.commissioner(), typed))
                .hasStatus(422)
                .bodyText()
                .contains("The first day must be after today", "must not be before the first day");
        date(typed, "startsOn", today().plusDays(700));
        date(typed, "transitionUntil", today().plusDays(730));
        String there = post("/en/pledge/versions/new", county.commissioner(), typed)
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).matches("/en/pledge/versions/\\d+\\?done=pledge.drafted");
        String page = there.substring(0, there.indexOf('?'));
        int number = Integer.parseInt(page.substring(page.lastIndexOf('/') + 1));
        try {
            assertThat(get(page + "/clauses/B1", county.commissioner())).hasStatusOk();
            assertThat(get(page + "/clauses/B1", county.otherCommissioner())).hasStatus(404);
            assertThat(post(page + "/clauses/new", county.commissioner(), Map.of("code", "B1", "goodMonths", "99")))
                    .hasStatus(422)
                    .bodyText()
                    .contains("has this code", "Enter the promise in Welsh", "from 1 to 36");
            assertThat(post(page + "/clauses/B5/removal", county.commissioner(), Map.of()))
                    .hasStatus(302);
            assertThat(get("/en/pledge/versions/new", county.otherCommissioner()))
                    .hasStatus(409);
            assertThat(post(page + "/proposal", county.commissioner(), Map.of()))
                    .hasStatus(302);
            assertThat(post(page + "/adoption", county.commissioner(), Map.of()))
                    .hasStatus(409)
                    .bodyText()
                    .contains("Nobody decides what they wrote");
            assertThat(get(page, county.otherCommissioner())).bodyText().contains("Adopt the version");
            assertThat(post(page + "/refusal", county.otherCommissioner(), Map.of("reason", "")))
                    .hasStatus(422);
        } finally {
            versions.refuse(county.otherCommissioner(), number, "Only a test");
        }
    }

    @Test
    void fileHasTheSameRows() {
        assertThat(get("/cy/pledge.csv", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains(ref, "Crëyr Care");
    }

    private String ref() {
        return verification.queue(county.commissioner()).stream()
                .filter(one -> one.provider().equals(provider.organisation()))
                .findFirst()
                .orElseThrow()
                .ref();
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new HashMap<>(Map.of("evidence", "File 7"));
        date(typed, "doneOn", today());
        date(typed, "goodUntil", today().plusDays(60));
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
