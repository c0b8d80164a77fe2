package cymru.pontio.placements.suspensions;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Reference;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Times away, the retainer and death as each role sees them. */
@PontioTest
class SuspensionPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Absences absences;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void aStayInHospitalFromTheReportToTheReturn(String language) {
        PlacementExamples.Accepted live = live();
        String home = "/" + language;
        String own = home + "/placements/" + live.ref() + "/suspensions";
        assertThat(get(own, county.providerA())).hasStatusOk();
        assertThat(post(
                        own,
                        county.providerA(),
                        date("day", today().minusDays(1), "kind", "HOSPITAL", "time", "12:00")))
                .hasStatus(302);
        assertThat(get(home + "/home", county.socialWorker())).bodyText().contains("/absences");
        String page = home + "/packages/" + live.carePackage().ref() + "/absences";
        assertThat(get(page, county.socialWorker())).hasStatusOk().bodyText().contains("/confirmation");
        assertThat(get(page, county.commissioner())).hasStatusOk().bodyText().doesNotContain("/confirmation");
        String one =
                page + "/" + absences.of(live.carePackage().id()).getFirst().id();
        assertThat(post(one + "/confirmation", county.socialWorker())).hasStatus(302);
        assertThat(post(one + "/confirmation", county.broker())).hasStatus(409);
        assertThat(get(own, county.providerA())).bodyText().contains("£");
        assertThat(get(one + "/return", county.broker())).hasStatusOk();
        assertThat(post(one + "/return", county.broker(), "backTime", "9")).hasStatus(422);
        assertThat(post(one + "/return", county.broker(), date("backDay", today().plusDays(2), "backTime", "07:00")))
                .hasStatus(302);
        assertThat(get(home + "/absences", county.manager()))
                .hasStatusOk()
                .bodyText()
                .contains(live.carePackage().ref().value());
        assertThat(get(home + "/absences.csv", county.broker()))
                .bodyText()
                .contains(live.carePackage().ref().value());
        assertThat(get(home + "/suspensions", county.finance()))
                .hasStatusOk()
                .bodyText()
                .contains(live.ref().value());
        assertThat(get(home + "/suspensions.csv", county.commissioner()))
                .bodyText()
                .contains(live.ref().value());
        assertThat(get(home + "/suspensions/visits", county.finance())).hasStatusOk();
        assertThat(get(home + "/suspensions/visits.csv", county.broker())).hasStatusOk();
        assertThat(get(home + "/suspensions/rules", county.finance()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<form id=\"form\"");
        assertThat(get(home + "/suspensions/rules", county.commissioner())).hasStatusOk();
        assertThat(post(home + "/suspensions/rules", county.commissioner(), "days", "91", "percent", "x"))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#kind", "href=\"#from", "href=\"#days", "href=\"#percent");
    }

    /** Seeded faults, each by itself: tell the council's reader what is wrong with a report it cannot make; show a page of no placement. */
    @Test
    void theCouncilReadsSuspensionsAndReportsNone() {
        String own = "/en/placements/" + live().ref() + "/suspensions";
        assertThat(get(own, county.broker())).hasStatusOk();
        assertThat(post(own, county.broker())).hasStatus(404);
        assertThat(get(
                        "/en/placements/" + Reference.random("PLC", new SecureRandom()) + "/suspensions",
                        county.broker()))
                .hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void deathIsToldOnceAndWithCare(String language) {
        PlacementExamples.Accepted live = live();
        String page = "/" + language + "/packages/" + live.carePackage().ref();
        assertThat(get(page, county.socialWorker())).bodyText().contains(page + "/death");
        assertThat(get(page + "/death", county.socialWorker()))
                .hasStatusOk()
                .bodyText()
                .contains(language.equals("en") ? "We are sorry" : "Mae’n ddrwg gennym");
        assertThat(post(page + "/death", county.socialWorker(), date("day", today().plusDays(1), "time", "12:00")))
                .hasStatus(422);
        assertThat(post(page + "/death", county.socialWorker(), date("day", today().minusDays(1), "time", "12:00")))
                .hasStatus(302);
        assertThat(get(page + "/death", county.broker())).hasStatus(409);
        assertThat(get("/" + language + "/placements/" + live.ref() + "/suspensions", county.providerA()))
                .hasStatus(404);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceAndWhoIsNotConcernedFindsNothing() {
        PlacementExamples.Accepted live = live();
        String page = "/en/packages/" + live.carePackage().ref() + "/absences";
        assertThat(post(
                        page,
                        county.socialWorker(),
                        date("backDay", today(), "kind", "MOON", "day.day", "31", "time", "late")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#kind", "href=\"#day", "href=\"#time", "href=\"#backTime", "value=\"late\"");
        for (Actor other : List.of(county.otherSocialWorker(), county.providerA(), county.finance(), county.admin())) {
            assertThat(get(page, other)).hasStatus(404);
            assertThat(post(page, other, date("day", today(), "kind", "HOSPITAL", "time", "00:01")))
                    .hasStatus(404);
        }
        assertThat(post(page, county.commissioner(), date("day", today(), "kind", "HOSPITAL", "time", "00:01")))
                .hasStatus(404);
        assertThat(get("/en/placements/" + live.ref() + "/suspensions", county.providerB()))
                .hasStatus(404);
        assertThat(mvc.get().uri(page)).hasStatus(302).redirectedUrl().contains("/sign-in");
    }

    private PlacementExamples.Accepted live() {
        return examples.live(county, today().minusDays(10));
    }

    private LocalDate today() {
        return Zone.dayOf(clock.instant());
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
