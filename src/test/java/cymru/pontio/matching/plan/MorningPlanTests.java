package cymru.pontio.matching.plan;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A plan is there when brokers come in. Each test has a morning of its own. */
@PontioTest
class MorningPlanTests {
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
    PlanTable table;

    @Autowired
    JdbcClient jdbc;

    /** Seeded fault: look for none before, and let no conflict pass. */
    @Test
    void makesOneForEachMorningHoweverOftenNodesAsk() throws Exception {
        LocalDate morning = LocalDate.of(2001, 3, 1);
        placements.approved(county);
        plans.ofMorning(morning);
        plans.ofMorning(morning);
        runs.finish();
        assertThat(made(morning)).hasSize(1);
    }

    /** Seeded faults: leave the node that fell silent its morning; try for ever; make again what somebody stopped. */
    @Test
    void makesAgainWhatBrokeOffUnlessSomebodyStoppedIt() throws Exception {
        LocalDate morning = LocalDate.of(2001, 3, 4);
        placements.approved(county);
        for (int broken = 1; broken <= 3; broken++) {
            table.ofMorning(morning, 1).orElseThrow();
            assertThat(table.ofMorning(morning, 1)).as("it is being made").isEmpty();
            jdbc.sql("update matching.plan set heard_at = heard_at - interval '3 minutes' where morning = ?")
                    .param(morning)
                    .update();
        }
        assertThat(table.ofMorning(morning, 1)).isEmpty();
        LocalDate unwanted = LocalDate.of(2001, 3, 5);
        plans.stop(
                county.broker(),
                new PlanRef(table.ofMorning(unwanted, 1).orElseThrow().ref()));
        assertThat(table.ofMorning(unwanted, 1)).isEmpty();
    }

    /** Seeded fault: take the two checks of the table away. */
    @Test
    void isEitherOfAMorningOrSomebodys() throws Exception {
        LocalDate morning = LocalDate.of(2001, 3, 2);
        placements.approved(county);
        plans.ofMorning(morning);
        runs.finish();
        String ref = made(morning).getFirst();
        assertThatThrownBy(() -> jdbc.sql("update matching.plan set morning = null where ref = ?")
                        .param(ref)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update matching.plan set asked_by_name = 'Bethan' where ref = ?")
                        .param(ref)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void saysThatNobodyAskedForIt() throws Exception {
        LocalDate morning = LocalDate.of(2001, 3, 3);
        placements.approved(county);
        plans.ofMorning(morning);
        runs.finish();
        String page = "/waiting-list/plan/" + made(morning).getFirst();
        assertThat(mvc.get().uri("/en" + page).with(as(county.broker())))
                .bodyText()
                .contains("Made automatically for the morning", "could be placed today");
        assertThat(mvc.get().uri("/cy" + page).with(as(county.broker())))
                .bodyText()
                .contains("Gwnaed yn awtomatig ar gyfer y bore");
        assertThat(mvc.get().uri("/en/waiting-list/plan").with(as(county.broker())))
                .bodyText()
                .contains("The morning’s plan");
    }

    /** Seeded faults: count who is left out; lead to the oldest; show it to everybody. */
    @Test
    void standsOnTheHomePageOfThoseWhoPlan() throws Exception {
        placements.approved(county);
        PlanRef ref = plans.ask(county.broker(), List.of(Aim.USUAL), WhatIf.NOTHING);
        plans.ask(county.broker(), List.of(Aim.PEOPLE), WhatIf.NOTHING);
        plans.ask(county.broker(), List.of(Aim.USUAL), new WhatIf("", "", 0, 100, 0, 0));
        runs.finish();
        PlanView plan = plans.view(county.broker(), ref);
        String tile = "(?s).*>" + plan.placed() + "</[^>]+>\\s*<[^>]+href=\"/en/waiting-list/plan/" + ref + "\".*";
        assertThat(mvc.get().uri("/en/home").with(as(county.broker())))
                .bodyText()
                .matches(tile)
                .contains("People waiting for care");
        assertThat(mvc.get().uri("/en/home").with(as(county.inhouse())))
                .bodyText()
                .doesNotContain(ref.value(), "People waiting for care");
    }

    /** Seeded faults: six o’clock of Greenwich; six hours after midnight, which are five or seven when clocks change. */
    @Test
    void beginsAtSixByTheClockOfTheCounty() {
        assertThat(PlanClock.begun(Instant.parse("2026-07-01T04:59:59Z"))).isEqualTo("2026-06-30");
        assertThat(PlanClock.begun(Instant.parse("2026-07-01T05:00:00Z"))).isEqualTo("2026-07-01");
        assertThat(PlanClock.begun(Instant.parse("2026-12-01T05:59:59Z"))).isEqualTo("2026-11-30");
        assertThat(PlanClock.begun(Instant.parse("2026-12-01T06:00:00Z"))).isEqualTo("2026-12-01");
        assertThat(PlanClock.begun(Instant.parse("2026-03-29T05:00:00Z"))).isEqualTo("2026-03-29");
    }

    private List<String> made(LocalDate morning) {
        return jdbc.sql("select ref from matching.plan where morning = ?")
                .param(morning)
                .query(String.class)
                .list();
    }
}
