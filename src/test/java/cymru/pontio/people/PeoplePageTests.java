package cymru.pontio.people;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class PeoplePageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    People people;

    @Autowired
    PeopleExamples examples;

    @Test
    void pagesAreForSocialWorkersAndTheirManagersAlone() {
        PersonRef ref = examples.refOf(county.socialWorker());
        for (String path : List.of("/people", "/people/new", "/people/" + ref, "/people/" + ref + "/edit")) {
            assertThat(mvc.get().uri("/en" + path).with(as(county.socialWorker())))
                    .as(path)
                    .hasStatusOk();
            assertThat(mvc.get().uri("/cy" + path).with(as(county.manager())))
                    .as(path)
                    .hasStatusOk();
            for (Actor actor : others())
                assertThat(mvc.get().uri("/en" + path).with(as(actor)))
                        .as(path + actor.roles())
                        .hasStatus(404);
            assertThat(mvc.get().uri("/en" + path))
                    .as(path)
                    .hasStatus(302)
                    .redirectedUrl()
                    .contains("/en/sign-in");
        }
    }

    @Test
    void aPersonOfAnotherTeamIsNotThere() {
        PersonRef ref = examples.refOf(county.socialWorker());
        for (Actor actor : List.of(county.otherSocialWorker(), county.otherManager())) {
            assertThat(mvc.get().uri("/en/people/" + ref).with(as(actor))).hasStatus(404);
            assertThat(mvc.get().uri("/en/people/" + ref + "/edit").with(as(actor)))
                    .hasStatus(404);
            assertThat(send("/en/people/" + ref + "/edit", actor)).hasStatus(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PSN-0000-0", "PSN-7K3M", "1", "%00", "PKG-7K3M-Q", "..%2Fhome"})
    void whatIsNoReferenceIsNotThere(String ref) {
        assertThat(mvc.get().uri(java.net.URI.create("/en/people/" + ref)).with(as(county.socialWorker())))
                .satisfies(
                        result -> assertThat(result.getResponse().getStatus()).isIn(400, 404));
    }

    @Test
    void addsAPersonAsTyped() {
        MvcTestResult added =
                send("/cy/people/new", county.socialWorker(), "givenName", "  Siân ŵyn ", "familyName", "O’Brien");
        assertThat(added).hasStatus(302);
        String path = Objects.requireNonNull(added.getResponse().getRedirectedUrl());
        assertThat(path).matches("/cy/people/PSN-[0-9A-Z]{4}-[0-9A-Z]\\?done=people.added");
        assertThat(mvc.get().uri(path).with(as(county.manager())))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Mae’r person wedi’i ychwanegu",
                        "Siân ŵyn O’Brien",
                        "12 Mawrth 1940",
                        "SY16 1AA",
                        "12 Ffordd y Capel",
                        "Y Drenewydd",
                        "Ni ofynnwyd y cwestiwn")
                .contains("<title>Person sydd angen gofal");
    }

    @Test
    void saysAllFaultsAtOnceInBothLanguages() {
        String[] wrong = {
            "givenName", " ", "familyName", "", "dateOfBirth.day", "31", "dateOfBirth.month", "2", "nhsNumber",
                    "943 476 5918",
            "address", "", "postcode", "SY1", "locality", "", "phone", "ring me", "addressConfidential", "true"
        };
        assertThat(send("/en/people/new", county.socialWorker(), wrong))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter the given name",
                        "Enter the family name",
                        "Enter the date of birth as a real date",
                        "This is not an NHS number",
                        "Enter the address",
                        "Enter a full postcode",
                        "Choose the locality",
                        "Enter a telephone number",
                        "Give the reason",
                        "943 476 5918",
                        "ring me",
                        "<title>Error: ");
        assertThat(send("/cy/people/new", county.socialWorker(), wrong))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Rhowch yr enw cyntaf",
                        "Rhowch y cyfenw",
                        "Rhowch y dyddiad geni",
                        "Nid rhif GIG yw hwn",
                        "Rhowch y cyfeiriad",
                        "Rhowch god post llawn",
                        "Dewiswch yr ardal leol",
                        "Rhowch rif ffôn",
                        "Rhowch y rheswm",
                        "<title>Gwall: ");
    }

    @ParameterizedTest
    @CsvSource({
        "dateOfBirth.year,2999,Enter the date of birth as a real date",
        "dateOfBirth.year,2199,must not be in the future",
        "dateOfBirth.year,1899,Enter the date of birth as a real date",
        "nhsNumber,9999999999,This is not an NHS number",
        "locality,atlantis,Choose the locality",
        "phone,1,Enter a telephone number",
        "givenName,---,Enter the given name"
    })
    void refusesNonsense(String field, String value, String sentence) {
        assertThat(send("/en/people/new", county.socialWorker(), field, value))
                .hasStatus(422)
                .bodyText()
                .contains(sentence);
    }

    @Test
    void refusesTooMuchAndCharactersNobodyTypes() {
        assertThat(send("/en/people/new", county.socialWorker(), "familyName", "x".repeat(101)))
                .hasStatus(422)
                .bodyText()
                .contains("100 characters or fewer");
        assertThat(send("/en/people/new", county.socialWorker(), "familyName", "x\u0000y"))
                .hasStatus(400);
        assertThat(send("/en/people/new", county.socialWorker(), "welsh", "<b>", "addressConfidential", "perhaps"))
                .hasStatus(302);
    }

    @Test
    void switchingTheLanguageKeepsWhatWasTypedAndAddsNobody() {
        assertThat(send(
                        "/en/people/new",
                        county.socialWorker(),
                        "givenName",
                        "Half typed",
                        "familyName",
                        "",
                        "_language",
                        "cy"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Ychwanegu person", "Half typed", "sy161aa", "action=\"/cy/people/new\"", "href=\"/cy/people\"")
                .doesNotContain("Mae problem");
        PersonRef ref = examples.refOf(county.socialWorker());
        assertThat(send(
                        "/en/people/" + ref + "/edit",
                        county.socialWorker(),
                        "givenName",
                        "Half typed",
                        "_language",
                        "cy"))
                .hasStatusOk()
                .bodyText()
                .contains("Half typed");
        assertThat(people.open(county.socialWorker(), ref).details().givenName())
                .isEqualTo("Gwen");
    }

    @Test
    void refusesAnNhsNumberInUseWithoutSayingWhose() {
        String number = PeopleExamples.nhsNumber().shown();
        assertThat(send("/en/people/new", county.otherSocialWorker(), "nhsNumber", number, "familyName", "Secretname"))
                .hasStatus(302);
        assertThat(send("/en/people/new", county.socialWorker(), "nhsNumber", number))
                .hasStatus(422)
                .bodyText()
                .contains("This NHS number is already in use here", number)
                .doesNotContain("Secretname", "South");
    }

    @Test
    void goesBackToThePageItWasOpenedFromAndNowhereElse() {
        assertThat(mvc.get()
                        .uri("/en/people/new?next=/packages/PKG-7K3M-Q/person")
                        .with(as(county.socialWorker())))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"/packages/PKG-7K3M-Q/person\"", "href=\"/en/packages/PKG-7K3M-Q/person\"");
        assertThat(send("/en/people/new", county.socialWorker(), "next", "/packages/PKG-7K3M-Q/person"))
                .hasStatus(302)
                .redirectedUrl()
                .matches("/en/packages/PKG-7K3M-Q/person\\?person=PSN-.{6}&done=people.added");
        PersonRef ref = examples.refOf(county.socialWorker());
        assertThat(send(
                        "/en/people/" + ref + "/edit",
                        county.socialWorker(),
                        "version",
                        "0",
                        "next",
                        "/packages/PKG-7K3M-Q/person"))
                .hasStatus(302)
                .redirectedUrl()
                .isEqualTo("/en/packages/PKG-7K3M-Q/person?done=people.changed");
        for (String foreign :
                List.of("https://evil.example", "//evil.example", "/\\evil.example", "/../x", "javascript:x")) {
            assertThat(send("/en/people/new", county.socialWorker(), "next", foreign))
                    .hasStatus(302)
                    .redirectedUrl()
                    .startsWith("/en/people/PSN-");
            assertThat(send("/en/people/new", county.socialWorker(), "next", foreign, "givenName", ""))
                    .hasStatus(422)
                    .bodyText()
                    .contains("href=\"/en/people\"")
                    .doesNotContain("evil", "javascript:x");
        }
    }

    @Test
    void showsNamesAsTextNeverAsMarkup() {
        MvcTestResult added = send(
                "/en/people/new",
                county.socialWorker(),
                "givenName",
                "<script>alert(1)</script>",
                "familyName",
                "\"><b>Bold");
        String path = Objects.requireNonNull(added.getResponse().getRedirectedUrl());
        assertThat(mvc.get().uri(path).with(as(county.socialWorker())))
                .bodyText()
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert", "<b>Bold");
        assertThat(find(county.socialWorker(), "script alert"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    /** Seeded fault: compare names as they are written. */
    @ParameterizedTest
    @ValueSource(strings = {"mair wyn", "WŶN Mair", "obrien-wyn", "O'Brien", "O’Brien‑Ŵyn"})
    void findsANameWithoutRegardToAccentsCapitalsAndApostrophes(String typed) {
        send("/en/people/new", county.socialWorker(), "givenName", "Mair", "familyName", "O’Brien-Ŵŷn");
        assertThat(find(county.socialWorker(), typed.replace('‑', '-'))).contains("Mair O’Brien-Ŵŷn");
    }

    @Test
    void findsAnNhsNumberAndABirthdayInTheOwnTeamAlone() {
        String number = PeopleExamples.nhsNumber().shown();
        send(
                "/en/people/new",
                county.socialWorker(),
                "nhsNumber",
                number,
                "familyName",
                "Numbered",
                "dateOfBirth.year",
                "1907");
        assertThat(find(county.socialWorker(), number)).contains("Numbered");
        assertThat(find(county.socialWorker(), number.replace(" ", ""))).contains("Numbered");
        for (String born :
                List.of("12/03/1907", "12.3.07", "12 March 1907", "12 Mawrth 1907", "12 o Fawrth 1907", "1907-03-12"))
            assertThat(find(county.socialWorker(), born)).as(born).contains("Numbered");
        for (String typed : List.of(number, "Numbered", "12/03/1907"))
            assertThat(find(county.otherSocialWorker(), typed))
                    .contains("Nobody in your team matches", "/en/people/new")
                    .doesNotContain(">Gwen Numbered<");
        for (String typed :
                List.of("31/02/1907", "%", "_", "'", "'; drop table people.person; --", "99999999999999999999"))
            assertThat(find(county.socialWorker(), typed)).as(typed).contains("Nobody in your team matches");
    }

    @Test
    void whatIsLookedForStandsInNoAddressAndIsTheSeekersOwn() {
        MvcTestResult asked = ask(county.socialWorker(), "Canaryname");
        String path = Objects.requireNonNull(asked.getResponse().getRedirectedUrl());
        assertThat(path).doesNotContain("Canaryname").matches("/en/people\\?search=[0-9a-f-]{36}");
        assertThat(mvc.get().uri(path).with(as(county.manager()))).hasStatus(404);
        assertThat(mvc.get().uri("/en/people?search=x&after=y").with(as(county.socialWorker())))
                .hasStatus(400);
    }

    @Test
    void showsThePeopleOfATeamPageByPage() {
        Actor worker = county.otherSocialWorker();
        for (int i = 0; i <= PeopleList.PAGE; i++)
            people.add(worker, PeopleExamples.details("Paged" + (char) ('a' + i), "Zzz"));
        String path = Objects.requireNonNull(ask(worker, "paged").getResponse().getRedirectedUrl());
        String first = body(path, worker);
        assertThat(first).contains("Pageda Zzz", "Pagedy Zzz").doesNotContain("Pagedz Zzz");
        java.util.regex.Matcher next = java.util.regex.Pattern.compile("href=\"([^\"]*after=PSN[^\"]*)\"")
                .matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(body(next.group(1).replace("&amp;", "&"), worker))
                .contains("Pagedz Zzz")
                .doesNotContain("Pageda Zzz");
    }

    @Test
    void pointsAtThoseNotYetAskedAboutCareInWelsh() {
        send(
                "/en/people/new",
                county.socialWorker(),
                "givenName",
                "Unasked",
                "familyName",
                "Aaaa",
                "welsh",
                "NOT_ASKED");
        send("/en/people/new", county.socialWorker(), "givenName", "Answered", "familyName", "Aaaa", "welsh", "NO");
        assertThat(body("/en/people?notAsked=true", county.socialWorker()))
                .contains("Unasked Aaaa")
                .doesNotContain("Answered Aaaa");
        assertThat(body("/en/home", county.manager())).contains("/en/people?notAsked=true");
        assertThat(body("/en/home", county.broker())).doesNotContain("/en/people");
    }

    @Test
    void whoComesSecondGoesOnWithWhatTheyTyped() {
        PersonRef ref = examples.refOf(county.socialWorker());
        String page = "/cy/people/" + ref + "/edit";
        assertThat(send(page, county.socialWorker(), "version", "0", "givenName", "First"))
                .hasStatus(302);
        assertThat(send(page, county.manager(), "version", "0", "givenName", "Second", "address", "3 Tan y Bryn"))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "<input type=\"hidden\" name=\"givenName\" value=\"Second\">",
                        "<input type=\"hidden\" name=\"address\" value=\"3 Tan y Bryn\">",
                        "<input type=\"hidden\" name=\"version\" value=\"1\">",
                        "<input type=\"hidden\" name=\"_language\" value=\"cy\">",
                        "action=\"" + page + "\"");
        assertThat(send(page, county.manager(), "version", "1", "givenName", "Second"))
                .hasStatus(302);
        assertThat(body("/en/people/" + ref, county.manager())).contains("Second Jones");
    }

    @Test
    void changesDetailsAndRefusesTheLaterOfTwoChanges() {
        PersonRef ref = examples.refOf(county.socialWorker());
        assertThat(send("/en/people/" + ref + "/edit", county.socialWorker(), "version", "0", "givenName", "First"))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/en/people/" + ref + "?done=people.changed");
        assertThat(send("/en/people/" + ref + "/edit", county.manager(), "version", "0", "givenName", "Second"))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "This was changed after you opened it",
                        "Last change: " + county.socialWorker().name());
        assertThat(send("/cy/people/" + ref + "/edit", county.manager(), "version", "x", "givenName", "Third"))
                .hasStatus(409);
        assertThat(body("/en/people/" + ref, county.manager()))
                .contains("First Jones")
                .doesNotContain("Second");
    }

    @Test
    void confidentialityIsChangedWithAReasonThatStaysOnThePage() {
        PersonRef ref = examples.refOf(county.socialWorker());
        String edit = "/en/people/" + ref + "/edit";
        assertThat(send(edit, county.socialWorker(), "version", "0", "addressConfidential", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the reason");
        assertThat(send(
                        edit,
                        county.socialWorker(),
                        "version",
                        "0",
                        "addressConfidential",
                        "true",
                        "reason",
                        "A reason <i>"))
                .hasStatus(302);
        assertThat(body("/en/people/" + ref, county.manager()))
                .contains(
                        "This address is confidential",
                        "A reason &lt;i&gt;",
                        "Sioned Work",
                        "The address became confidential");
        assertThat(body(edit, county.manager())).contains("name=\"confidentialBefore\" value=\"true\"");
        assertThat(send(
                        edit,
                        county.manager(),
                        "version",
                        "1",
                        "addressConfidential",
                        "false",
                        "confidentialBefore",
                        "false"))
                .as("a forged form")
                .hasStatus(409);
    }

    private List<Actor> others() {
        return List.of(
                county.broker(),
                county.commissioner(),
                county.finance(),
                county.inhouse(),
                county.dpAdviser(),
                county.auditor(),
                county.admin(),
                county.providerA());
    }

    private MvcTestResult ask(Actor actor, String typed) {
        return mvc.post()
                .uri("/en/people")
                .param("typed", typed)
                .with(as(actor))
                .with(csrf())
                .exchange();
    }

    private String find(Actor actor, String typed) {
        return body(Objects.requireNonNull(ask(actor, typed).getResponse().getRedirectedUrl()), actor);
    }

    private String body(String path, Actor actor) {
        MvcTestResult shown =
                mvc.get().uri(java.net.URI.create(path)).with(as(actor)).exchange();
        assertThat(shown).as(path).hasStatusOk();
        try {
            return shown.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A form without fault but for these fields. */
    private MvcTestResult send(String path, Actor actor, String... fields) {
        var values = new java.util.TreeMap<String, String>(java.util.Map.of(
                "givenName",
                "Gwen",
                "familyName",
                "Jones",
                "dateOfBirth.day",
                "12",
                "dateOfBirth.month",
                "3",
                "dateOfBirth.year",
                "1940",
                "address",
                "12 Ffordd y Capel\r\nAbermule",
                "postcode",
                "sy161aa",
                "locality",
                "newtown"));
        for (int i = 0; i < fields.length; i += 2) values.put(fields[i], fields[i + 1]);
        var request = mvc.post()
                .uri(path)
                .contentType("application/x-www-form-urlencoded")
                .with(as(actor))
                .with(csrf());
        values.forEach(request::param);
        return request.exchange();
    }
}
