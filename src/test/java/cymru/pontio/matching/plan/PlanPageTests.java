package cymru.pontio.matching.plan;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list of plans and the file of one. */
@PontioTest
class PlanPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    Plans plans;

    @Autowired
    PlanRuns runs;

    /** Without a script nobody is led there. Seeded fault: say it in the form, which follows the latest plans. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void saysWhatIsWrongBeforeAnythingElse(String language) {
        plans.ask(county.broker(), List.of(Aim.USUAL), WhatIf.NOTHING);
        String page = text(mvc.post()
                .uri("/" + language + "/waiting-list/plan")
                .param("aim", "USUAL")
                .param("hours", "many")
                .with(as(county.broker()))
                .with(csrf())
                .exchange());
        assertThat(page).containsOnlyOnce("data-module=\"govuk-error-summary\"").contains("href=\"#hours\"", "PLN-");
        assertThat(page.indexOf("data-module=\"govuk-error-summary\""))
                .isPositive()
                .isLessThan(page.indexOf("<h1"))
                .isLessThan(page.indexOf("PLN-"));
    }

    /** Seeded fault: write down the sign by which the plan itself knows them. */
    @Test
    void theFileSaysWhichHoursAreOnlySupposed() throws Exception {
        packages.approved(county, "hay");
        PlanRef ref = plans.ask(county.broker(), List.of(Aim.USUAL), new WhatIf("", "hay", 60 * 400, 0, 0, 0));
        runs.finish();
        String given = plans.rows(county.broker(), ref).stream()
                .filter(PlanRow::supposed)
                .map(PlanRow::packageRef)
                .findFirst()
                .orElseThrow();
        String file = text(mvc.get()
                .uri("/cy/waiting-list/plan/" + ref + ".csv")
                .with(as(county.broker()))
                .exchange());
        assertThat(file.lines().filter(line -> line.startsWith(given)))
                .singleElement()
                .asString()
                .contains(",,SUPPOSED,")
                .doesNotContain("+");
    }

    private static String text(MvcTestResult shown) {
        return new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
