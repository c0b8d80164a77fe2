package cymru.pontio.site;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A list or a file of everything would pass for what was asked. Seeded fault: take an unknown answer for none. */
@PontioTest
class WrongAnswerPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @ParameterizedTest
    @CsvSource({
        "packages, status",
        "packages, whose",
        "providers, kind",
        "providers, accreditation",
        "providers, embargo",
        "refusals, by",
        "refusals, months",
        "refusals, area",
        "refusals/rounds, area",
        "providers, patch",
        "packages, locality",
        "waiting-list, area",
        "waiting-list, status",
        "calls/exceptions, tab",
        "calls/exceptions, kind",
        "embargoes, tab",
        "bridging, tab",
        "desk, tab"
    })
    void theCouncilsListsAndFilesAreOfWhatWasAskedOrNone(String list, String question) {
        refusesUnknown(county.commissioner(), list, question);
        refusesUnknown(county.commissioner(), list + ".csv", question);
    }

    @ParameterizedTest
    @CsvSource({"state", "help", "welsh", "patch"})
    void soIsTheRegisterOfMicroEnterprises(String question) {
        refusesUnknown(county.commissioner(), "micro-enterprises", question);
        refusesUnknown(county.commissioner(), "micro-enterprises.csv", question);
    }

    @ParameterizedTest
    @CsvSource({
        "opportunities, area",
        "opportunities, sort",
        "opportunities, band",
        "opportunities, twoWorkers",
        "opportunities, welsh",
        "visits, versions",
        "visits, status"
    })
    void soAreThoseOfProviders(String list, String question) {
        refusesUnknown(county.providerA(), list, question);
        refusesUnknown(county.providerA(), list + ".csv", question);
    }

    @Test
    void soAreTheVisitsOfAPackage() {
        String list = "packages/" + packages.approved(county, "newtown").ref() + "/visits";
        refusesUnknown(county.broker(), list, "status");
        refusesUnknown(county.broker(), list + ".csv", "status");
        refusesUnknown(county.broker(), list, "versions");
        needsDaysInOrder(county.broker(), list);
        needsDaysInOrder(county.broker(), list + ".csv");
        needsDaysInOrder(county.providerA(), "visits");
        needsDaysInOrder(county.providerA(), "visits.csv");
    }

    private void needsDaysInOrder(Actor actor, String list) {
        String days = list + "?from=2026-03-02&to=2026-03-01";
        assertThat(mvc.get().uri("/en/" + days).with(as(actor)))
                .hasStatus(422)
                .bodyText()
                .contains("The last day must not be before the first one");
        assertThat(mvc.get().uri("/cy/" + days).with(as(actor)))
                .hasStatus(422)
                .bodyText()
                .contains("Ni chaiff y diwrnod olaf fod cyn y cyntaf");
    }

    /** Seeded faults: take a day that is none for one that was not said; begin after the last day. */
    @Test
    void aDayIsRealAndALastDayAloneIsEnough() {
        for (String list : List.of("visits", "visits.csv")) {
            assertThat(mvc.get().uri("/en/" + list + "?to=2024-02-31").with(as(county.providerA())))
                    .hasStatus(422)
                    .bodyText()
                    .contains("both must be real days");
            assertThat(mvc.get().uri("/cy/" + list + "?from=yfory").with(as(county.providerA())))
                    .hasStatus(422)
                    .bodyText()
                    .contains("ddyddiau go iawn");
            assertThat(mvc.get().uri("/en/" + list + "?to=2024-02-29").with(as(county.providerA())))
                    .hasStatusOk();
        }
    }

    private void refusesUnknown(Actor actor, String list, String question) {
        for (String language : new String[] {"en", "cy"}) {
            String asked = "/" + language + "/" + list + "?" + question + "=";
            assertThat(mvc.get().uri(asked).with(as(actor))).as(asked).hasStatusOk();
            assertThat(mvc.get().uri(asked + "LIV").with(as(actor)))
                    .as(asked + "LIV")
                    .hasStatus(400);
        }
    }
}
