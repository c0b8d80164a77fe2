package cymru.pontio.matching.runs;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.adverts.AdvertExamples;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Other tests leave packages behind: these look for their own among them. */
@PontioTest
class RunsPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    AdvertExamples adverts;

    @Autowired
    CarePackages carePackages;

    @Autowired
    PlacementExamples placements;

    @Autowired
    Runs runs;

    @Autowired
    JdbcClient jdbc;

    /** Seeded fault: look for rounds alone, so that a package with an award that waits is to be advertised. */
    @Test
    void eachPackageThatWaitsIsInOneRunOrSaysWhyNot() {
        List<String> own = List.of(
                packages.approved(county, "llanidloes").ref().value(),
                packages.approved(county, "llanidloes").ref().value());
        String advertised = carePackages
                .facts(adverts.open(county, "llanidloes").carePackage())
                .ref()
                .value();
        PackageFacts offered = packages.approved(county, "llanidloes");
        String proposed = offered.ref().value();
        placements.proposed(county, offered, county.providerA());
        Runs.Suggested suggested = runs.ofWaitingList(county.broker());
        RunSearch.Found found = suggested.found();
        assertThat(found.runs())
                .isNotEmpty()
                .allSatisfy(run -> assertThat(suggested.takers(run))
                        .as("the council’s own team does not compete")
                        .isNotEmpty()
                        .doesNotContain("Council home care"));
        List<String> inRuns = found.runs().stream()
                .flatMap(run -> run.packages().stream())
                .map(Waiting::ref)
                .toList();
        List<String> alone =
                found.alone().stream().map(one -> one.waiting().ref()).toList();
        assertThat(inRuns)
                .doesNotHaveDuplicates()
                .doesNotContain(advertised, proposed)
                .doesNotContainAnyElementsOf(alone);
        own.forEach(
                ref -> assertThat(inRuns.contains(ref) ^ alone.contains(ref)).isTrue());
        assertThat(found.alone())
                .filteredOn(one ->
                        Set.of(advertised, proposed).contains(one.waiting().ref()))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.why()).isEqualTo(Alone.Why.UNDER_WAY));
        long waiting = jdbc.sql(
                        "select count(*) from carepackages.report_waiting(clock_timestamp(), clock_timestamp()) where status <> 'ON_HOLD'")
                .query(Long.class)
                .single();
        assertThat(inRuns.size() + alone.size())
                .isLessThanOrEqualTo((int) waiting)
                .isPositive();
    }

    @Test
    void theFiguresBehindTravelAreOnThePageInBothLanguages() {
        assertThat(get("/en/waiting-list/runs", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("4 km between two homes", "times 1.4 for winding roads", "40 km an hour");
        assertThat(get("/cy/waiting-list/runs", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("Amcan yw’r teithio", "1.4 am ffyrdd troellog");
        assertThat(get("/en/waiting-list/runs.csv", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("run_travel_minutes_a_week");
        assertThat(get("/en/waiting-list", county.broker())).bodyText().contains("/en/waiting-list/runs");
    }

    @Test
    void isNotForProvidersNorForTeams() {
        for (Actor one : List.of(county.providerA(), county.socialWorker(), county.finance())) {
            assertThat(get("/en/waiting-list/runs", one)).hasStatus(404);
            assertThatThrownBy(() -> runs.ofWaitingList(one)).isInstanceOf(NotFound.class);
        }
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }
}
