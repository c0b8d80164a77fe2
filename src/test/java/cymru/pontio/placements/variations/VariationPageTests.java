package cymru.pontio.placements.variations;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.providers.capacity.CapacityExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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

/** Asking for another week, and everybody's answer, as each role sees it. */
@PontioTest
class VariationPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Variations variations;

    @Autowired
    CapacityExamples capacity;

    @Autowired
    Clock clock;

    @AfterEach
    void asTheCountyWas() {
        capacity.plenty(county.providerA());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void aChangeFromTheRequestToTheProvidersYes(String language) throws Exception {
        PlacementExamples.Accepted live = live();
        capacity.declare(county.providerA(), Map.of());
        String home = "/" + language;
        String ask = home + "/placements/" + live.ref() + "/variations/new";
        assertThat(get(home + "/packages/" + live.carePackage().ref() + "/variations", county.socialWorker()))
                .hasStatusOk()
                .bodyText()
                .contains(ask);
        assertThat(get(ask, county.socialWorker()))
                .hasStatusOk()
                .bodyText()
                .contains("lang=\"en\">Midday meal<", "07:00");
        MvcTestResult asked = post(ask, county.socialWorker(), week(live, "60", today().plusDays(3), "Eats slowly"));
        assertThat(asked).hasStatus(302).redirectedUrl().endsWith("?done=variations.requested");
        String page = redirect(asked);
        assertThat(get(page, county.socialWorker()))
                .bodyText()
                .contains("Eats slowly")
                .doesNotContain("/approval");
        assertThat(get(home + "/home", county.manager())).bodyText().contains("/variations?status=REQUESTED");
        assertThat(get(page, county.manager()))
                .hasStatusOk()
                .bodyText()
                .contains(page + "/approval", "lang=\"en\">Midday meal<");
        assertThat(post(page + "/approval", county.broker())).hasStatus(409);
        assertThat(post(page + "/approval", county.manager())).hasStatus(302);
        assertThat(get(page, county.providerA())).hasStatusOk().bodyText().contains(page + "/acceptance");
        assertThat(post(page + "/acceptance", county.providerA()))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"confirmed-error\"");
        String seen = Objects.requireNonNull(
                        get(page, county.providerA()).getMvcResult().getResponse())
                .getContentAsString()
                .replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
        assertThat(post(page + "/acceptance", county.providerA(), "confirmed", "true", "seen", seen))
                .hasStatus(302);
        assertThat(post(page + "/acceptance", county.providerA(), "confirmed", "true", "seen", seen))
                .hasStatus(409);
        assertThat(get(home + "/variations", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains(name(page));
        assertThat(get(home + "/variations.csv?status=AGREED", county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains(name(page));
        assertThat(get(home + "/variations/turnaround", county.commissioner())).hasStatusOk();
        assertThat(get(home + "/variations/turnaround.csv", county.finance())).hasStatusOk();
        assertThat(get(home + "/placements/" + live.ref() + "/order?on=" + today().plusDays(3), county.providerA()))
                .hasStatusOk()
                .bodyText()
                .contains("60");
        assertThat(get(page + "/undoing", county.broker())).hasStatusOk();
        assertThat(post(page + "/undoing", county.broker(), "reason", "")).hasStatus(422);
        assertThat(post(page + "/undoing", county.broker(), "reason", "Not after all"))
                .hasStatus(302);
        assertThat(get(page, county.providerA())).bodyText().contains("Not after all");
    }

    /** Seeded faults, each by itself: say so before the provider has answered; say it to the provider. */
    @Test
    void saysWhatIsLeftToDoWhenTheProviderDeclinesMoreHours() {
        PlacementExamples.Accepted live = live();
        String more = asked(live, "60");
        assertThat(get(more, county.socialWorker())).bodyText().doesNotContain("nobody gives the hours");
        assertThat(post(more + "/refusal", county.providerA(), "reason", "No room"))
                .hasStatus(302);
        assertThat(get(more, county.socialWorker())).bodyText().contains("nobody gives the hours");
        assertThat(get(more, county.providerA())).bodyText().doesNotContain("nobody gives the hours");
    }

    /**
     * On the list of those who act, until more is asked for again or somebody says what became of it. Seeded faults, each by
     * itself: leave out a request that came after; a settlement; the team.
     */
    @Test
    void hoursThatNoProviderTookStandOnAListUntilTheyAreSettled() {
        PlacementExamples.Accepted live = live();
        String more = declined(live, "60");
        for (Actor acts : List.of(county.socialWorker(), county.manager(), county.broker())) {
            assertThat(get("/en/home", acts)).bodyText().contains("/variations/untaken");
            assertThat(get("/cy/variations/untaken", acts))
                    .hasStatusOk()
                    .bodyText()
                    .contains(name(more));
            assertThat(get(more, acts)).bodyText().contains(more + "/settlement");
        }
        assertThat(get("/en/variations/untaken.csv", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains(name(more));
        assertThat(get(more + "/settlement", county.commissioner())).hasStatus(404);
        for (Actor other : List.of(county.otherSocialWorker(), county.otherManager()))
            assertThat(get("/en/variations/untaken", other))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(name(more));
        for (Actor other : List.of(county.providerA(), county.finance(), county.inhouse()))
            assertThat(get("/en/variations/untaken", other)).hasStatus(404);
        String again = asked(live, "55");
        assertThat(get("/en/variations/untaken", county.broker())).bodyText().doesNotContain(name(more));
        assertThat(post(again + "/cancellation", county.socialWorker(), "reason", "Not this way"))
                .hasStatus(302);
        assertThat(get("/en/variations/untaken", county.broker())).bodyText().contains(name(more));
        String latest = declined(live, "50");
        assertThat(get("/en/variations/untaken", county.broker()))
                .bodyText()
                .contains(name(latest))
                .doesNotContain(name(more));
        assertThat(get(latest + "/settlement", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("What became of them");
        assertThat(post(latest + "/settlement", county.broker(), "reason", "")).hasStatus(422);
        assertThat(post(latest + "/settlement", county.broker(), "reason", "Her daughter comes"))
                .hasStatus(302);
        assertThat(post(latest + "/settlement", county.socialWorker(), "reason", "Her daughter comes"))
                .hasStatus(409);
        assertThat(get("/en/variations/untaken", county.broker())).bodyText().doesNotContain(name(latest), name(more));
        assertThat(get(latest, county.socialWorker())).bodyText().contains("Her daughter comes");
        assertThat(get(latest, county.providerA())).bodyText().doesNotContain("Her daughter comes");
    }

    private String declined(PlacementExamples.Accepted live, String minutes) {
        String page = asked(live, minutes);
        assertThat(post(page + "/refusal", county.providerA(), "reason", "No room"))
                .hasStatus(302);
        return page;
    }

    private String asked(PlacementExamples.Accepted live, String minutes) {
        String page = redirect(post(
                "/en/placements/" + live.ref() + "/variations/new",
                county.socialWorker(),
                week(live, minutes, today().plusDays(3), "Eats slowly")));
        assertThat(post(page + "/approval", county.manager())).hasStatus(302);
        return page;
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndKeepsWhatWasTyped() {
        PlacementExamples.Accepted live = live();
        String ask = "/en/placements/" + live.ref() + "/variations/new";
        List<String> fields = new ArrayList<>(List.of(week(live, "20", today().plusDays(3), "")));
        fields.addAll(List.of("another.chosen", "true", "another.minutes", "soon"));
        assertThat(post(ask, county.socialWorker(), fields.toArray(String[]::new)))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "href=\"#reason",
                        "Call 2 (Lunch): choose the lawful reason",
                        "Another call: enter the length in minutes",
                        "Another call: choose the part of the day",
                        "value=\"soon\"");
        assertThat(post(ask.replace("/en", "/cy"), county.socialWorker(), fields.toArray(String[]::new)))
                .hasStatus(422)
                .bodyText()
                .contains("Galwad 2 (Cinio): dewiswch y rheswm", "Galwad arall: rhowch yr hyd mewn munudau");
        assertThat(post(ask, county.socialWorker(), week(live, "30", today().plusDays(3), "Nothing")))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing is changed");
        assertThat(post(ask, county.socialWorker(), week(live, "60", today().minusDays(20), "Long ago")))
                .hasStatus(422)
                .bodyText()
                .contains("care began then");
        String end = "/en/placements/" + live.ref() + "/variations/end";
        assertThat(get(end, county.socialWorker())).hasStatusOk().bodyText().contains("TRANSFER");
        assertThat(get(end, county.providerA())).hasStatusOk().bodyText().doesNotContain("TRANSFER");
        assertThat(post(end, county.providerA(), date("last", today().plusDays(3), "why", "TRANSFER", "reason", "Go")))
                .hasStatus(422);
        assertThat(post(end, county.socialWorker(), date("last", today().minusDays(1), "why", "MOVED", "reason", "Go")))
                .hasStatus(422);
        assertThat(post(end, county.socialWorker(), date("last", today().plusDays(9), "why", "MOVED", "reason", "Go")))
                .hasStatus(302);
        // Seeded fault: open the forms beside a change that waits.
        for (String form : List.of(ask, end))
            assertThat(get(form, county.providerA())).hasStatus(409).bodyText().contains("waits for an answer");
    }

    /** Neither is done in silence. Seeded faults, each by itself: look only at what is to stop; only at what is to be added. */
    @Test
    void tellsThatACallCannotStopAndBecomeAnotherAndThatOneOnTopMustBeWanted() {
        PlacementExamples.Accepted live = live();
        String ask = "/en/placements/" + live.ref() + "/variations/new";
        List<String> fields = new ArrayList<>(List.of(week(live, "60", today().plusDays(3), "Eats slowly")));
        fields.addAll(List.of("calls[1].chosen", "true", "another.minutes", "45"));
        assertThat(post(ask, county.socialWorker(), fields.toArray(String[]::new)))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "href=\"#calls[1].chosen\">Call 2 (Lunch): it is to stop and it was altered too",
                        "href=\"#another.chosen\">Another call: say that it is to be added");
        assertThat(post(ask.replace("/en", "/cy"), county.providerA(), fields.toArray(String[]::new)))
                .hasStatus(422)
                .bodyText()
                .contains("Galwad 2 (Cinio): mae i ddod i ben, ac fe’i newidiwyd hefyd", "Galwad arall: dywedwch");
        List<String> stops = new ArrayList<>(List.of(week(live, "30", today().plusDays(3), "Her daughter comes")));
        stops.addAll(List.of("calls[1].chosen", "true", "another.band", "TEA"));
        assertThat(post(ask, county.socialWorker(), stops.toArray(String[]::new)))
                .hasStatus(302);
    }

    /** Nobody could agree to less notice. Seeded fault: look at the day alone. */
    @Test
    void whoAsksForAnotherProviderTooSoonIsToldTheFirstDayThatLeavesEnoughNotice() {
        PlacementExamples.Accepted live = live();
        String end = "/placements/" + live.ref() + "/variations/end";
        String[] soon = date("last", today().plusDays(27), "why", "TRANSFER", "reason", "She asks for another");
        assertThat(post("/en" + end, county.socialWorker(), soon))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#last", "For another provider the last day of care must be ");
        assertThat(post("/cy" + end, county.manager(), soon))
                .hasStatus(422)
                .bodyText()
                .contains("Ar gyfer darparwr arall rhaid i ddiwrnod olaf y gofal fod ar ");
        assertThat(post(
                        "/en" + end,
                        county.socialWorker(),
                        date("last", today().plusDays(28), "why", "TRANSFER", "reason", "She asks for another")))
                .hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void anAgreedTransferLeadsToWhereItIsSeenWhoFollows(String language) {
        PlacementExamples.Accepted live = live();
        String placement = "/" + language + "/placements/" + live.ref();
        String carePackage =
                "href=\"/" + language + "/packages/" + live.carePackage().ref() + "\"";
        String page = redirect(post(
                placement + "/variations/end",
                county.socialWorker(),
                date("last", today().plusDays(28), "why", "TRANSFER", "reason", "She asks for another")));
        String next = language.equals("en") ? "who follows" : "phwy sy’n dilyn";
        assertThat(get(page, county.broker()))
                .bodyText()
                .contains("href=\"" + placement + "\"", carePackage)
                .doesNotContain(next);
        assertThat(post(page + "/approval", county.broker())).hasStatus(302);
        assertThat(get(page, county.broker())).bodyText().contains(next);
        assertThat(get(page, county.socialWorker()))
                .as("may not open placements")
                .bodyText()
                .contains(carePackage)
                .doesNotContain("href=\"" + placement + "\"", next);
        assertThat(get(page, county.providerA()))
                .as("may not open packages")
                .bodyText()
                .contains("href=\"" + placement + "\"")
                .doesNotContain(carePackage, next);
    }

    /** The provider is asked last. Seeded fault: say so until all have agreed. */
    @Test
    void saysThatFinanceHasToAgreeOnlyUntilItHas() {
        PlacementExamples.Accepted live = live();
        String ask = "/en/placements/" + live.ref() + "/variations/new";
        String page = redirect(post(ask, county.socialWorker(), week(live, "60", today().minusDays(5), "Eats slowly")));
        assertThat(get(page, county.manager())).bodyText().contains("Finance has to agree.");
        assertThat(post(page + "/approval", county.manager())).hasStatus(302);
        assertThat(get(page, county.finance())).bodyText().contains("Finance has to agree.");
        assertThat(post(page + "/finance-agreement", county.finance())).hasStatus(302);
        assertThat(get(page, county.providerA()))
                .bodyText()
                .contains("This changes 5 days that are past. Finance has agreed.")
                .doesNotContain("Finance has to agree.", "fewer");
        assertThat(get(page.replace("/en/", "/cy/"), county.providerA()))
                .bodyText()
                .contains("Mae hyn yn newid 5 diwrnod a fu. Mae’r adran gyllid wedi cytuno.");
    }

    /** In words, without a hyphen for a minus. Seeded faults, each by itself: the amount with its sign; a dash for a call that stops. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void saysInWordsWhichWayDaysThatArePastGoAndThatACallStops(String language) {
        boolean english = language.equals("en");
        PlacementExamples.Accepted live = live();
        List<String> fields = new ArrayList<>(List.of(week(live, "30", today().minusDays(7), "Her daughter came")));
        fields.addAll(List.of("calls[1].chosen", "true"));
        String ask = "/" + language + "/placements/" + live.ref() + "/variations/new";
        String page = redirect(post(ask, county.socialWorker(), fields.toArray(String[]::new)));
        assertThat(get(page, county.manager()))
                .hasStatusOk()
                .bodyText()
                .contains(english ? "2.5 user hours fewer" : "2.5 yn llai o oriau defnyddwyr")
                .contains(english ? "2.5 carer hours fewer" : "2.5 yn llai o oriau gofalwyr")
                .contains(english ? ">£60.00 less to pay<" : ">£60.00 yn llai i’w dalu<")
                .contains(english ? ">The call stops<" : ">Daw’r alwad i ben<")
                .doesNotContain("-£", ">-2.5");
    }

    @Test
    void whoIsNotConcernedFindsNothing() {
        PlacementExamples.Accepted live = live();
        String ask = "/en/placements/" + live.ref() + "/variations/new";
        String page = redirect(post(ask, county.providerA(), week(live, "42", today().plusDays(3), "Asked by her")));
        for (Actor other : List.of(
                county.providerB(),
                county.otherSocialWorker(),
                county.otherManager(),
                county.finance(),
                county.admin(),
                county.auditor())) {
            assertThat(get(page, other)).hasStatus(404);
            assertThat(get(ask, other)).hasStatus(404);
            assertThat(post(page + "/approval", other)).hasStatus(404);
        }
        assertThat(get(page + "/rejection", county.providerA())).hasStatus(404);
        assertThat(get(page + "/cancellation", county.socialWorker())).hasStatus(404);
        assertThat(get("/en/variations/VAR-0000-0", county.broker())).hasStatus(404);
        assertThat(mvc.get().uri(page)).hasStatus(302).redirectedUrl().contains("/sign-in");
    }

    /** The whole week as the page shows it, with lunch as long as that. */
    private String[] week(PlacementExamples.Accepted live, String lunch, LocalDate from, String reason) {
        List<String> fields = new ArrayList<>(List.of(date("start", from, "reason", reason)));
        int at = 0;
        for (var owed : variations.prospect(county.socialWorker(), live.ref()).week()) {
            CallForm call = CallForm.of(owed.call().call().id().toString(), Variations.terms(owed));
            String prefix = "calls[" + at++ + "].";
            fields.addAll(List.of(
                    prefix + "call", call.call(), prefix + "from", call.from(), prefix + "until", call.until()));
            fields.addAll(List.of(
                    prefix + "minutes",
                    owed.call().call().position() == 2 ? lunch : call.minutes(),
                    prefix + "workers",
                    call.workers()));
            for (String day : call.days()) fields.addAll(List.of(prefix + "days", day));
        }
        return fields.toArray(String[]::new);
    }

    private PlacementExamples.Accepted live() {
        return examples.live(county, today().minusDays(10));
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
    }

    private static String redirect(MvcTestResult result) {
        String url = java.util.Objects.requireNonNull(result.getResponse().getRedirectedUrl());
        return url.substring(0, url.indexOf('?'));
    }

    private static String name(String page) {
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static String[] date(String field, LocalDate day, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(field + ".day", "" + day.getDayOfMonth(), field + ".month", "" + day.getMonthValue()));
        all.addAll(List.of(field + ".year", "" + day.getYear()));
        return all.toArray(String[]::new);
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
