package cymru.pontio.matching.plan;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Plans for the whole waiting list, from the database to the page. */
@PontioTest
class PlansTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples placements;

    @Autowired
    Plans plans;

    @Autowired
    PlanRuns runs;

    @Autowired
    JdbcClient jdbc;

    @Test
    void plansTheWholeWaitingListAndAwardsNothing() throws Exception {
        PackageFacts waiting = placements.approved(county);
        long awards = awards();
        PlanRef ref = made(WhatIf.NOTHING);
        PlanView plan = plans.view(county.broker(), ref);
        assertThat(plan.state()).isEqualTo(PlanState.DONE);
        assertThat(plan.bound()).isGreaterThanOrEqualTo(plan.worth());
        assertThat(plans.rows(county.broker(), ref))
                .extracting(PlanRow::packageRef)
                .contains(waiting.ref().value())
                .doesNotHaveDuplicates();
        assertThat(awards()).isEqualTo(awards);
    }

    @Test
    void givesTheSamePlanAgain() throws Exception {
        placements.approved(county);
        PlanRef one = made(WhatIf.NOTHING);
        PlanRef other = made(WhatIf.NOTHING);
        assertThat(plans.compare(county.broker(), one, other).differences()).isEmpty();
    }

    @Test
    void leavesAProviderThatIsSupposedClosedWithoutAnything() throws Exception {
        placements.approved(county);
        List<PlanRow> rows = plans.rows(county.broker(), made(WhatIf.NOTHING));
        String taken = rows.stream()
                .filter(PlanRow::placed)
                .map(PlanRow::providerRef)
                .findFirst()
                .orElseThrow();
        PlanRef without = made(new WhatIf(taken, "", 0, 0, 0, 0));
        assertThat(plans.rows(county.broker(), without))
                .extracting(PlanRow::providerRef)
                .doesNotContain(taken);
    }

    @Test
    void isReadAndDownloadedInBothLanguages() throws Exception {
        PackageFacts waiting = placements.approved(county);
        PlanRef ref = made(WhatIf.NOTHING);
        for (String language : List.of("en", "cy")) {
            String path = "/" + language + "/waiting-list/plan/" + ref;
            assertThat(mvc.get().uri(path).with(as(county.broker())))
                    .hasStatusOk()
                    .bodyText()
                    .contains(waiting.ref().value())
                    .doesNotContain("??");
            assertThat(mvc.get().uri(path + ".csv").with(as(county.commissioner())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("package_ref", waiting.ref().value());
            assertThat(mvc.get().uri(path + "/compare?with=" + ref).with(as(county.broker())))
                    .hasStatusOk();
        }
    }

    @Test
    void isAskedForOnThePage() throws Exception {
        assertThat(mvc.post()
                        .uri("/en/waiting-list/plan")
                        .param("aim", "USUAL")
                        .with(as(county.broker()))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        runs.finish();
        assertThat(mvc.get().uri("/cy/waiting-list/plan").with(as(county.broker())))
                .hasStatusOk()
                .bodyText()
                .contains("PLN-");
    }

    @Test
    void keepsWhatWasTypedWrongly() {
        assertThat(mvc.post()
                        .uri("/en/waiting-list/plan")
                        .param("aim", "USUAL")
                        .param("hours", "lots")
                        .param("days", "soon")
                        .with(as(county.broker()))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Enter whole hours a week", "Enter whole days", "lots", "soon");
    }

    @Test
    void asksForTheAreaOfSupposedHours() {
        assertThat(mvc.post()
                        .uri("/en/waiting-list/plan")
                        .param("aim", "USUAL")
                        .param("hours", "40")
                        .with(as(county.broker()))
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the area");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/waiting-list/plan", "/waiting-list/plan/PLN-0000-0"})
    void isNotThereForOthers(String path) {
        for (Actor other : List.of(county.finance(), county.providerA()))
            assertThat(mvc.get().uri("/en" + path).with(as(other))).hasStatus(404);
        assertThat(mvc.get().uri("/en" + path)).hasStatus(302);
    }

    private PlanRef made(WhatIf whatIf) throws Exception {
        PlanRef ref = plans.ask(county.broker(), List.of(Aim.USUAL), whatIf);
        runs.finish();
        return ref;
    }

    private long awards() {
        return jdbc.sql("select count(*) from placements.award")
                .query(Long.class)
                .single();
    }
}
