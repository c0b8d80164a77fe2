package cymru.pontio.adverts.allocation;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.kernel.Actor;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class AllocationPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Test
    void aCommissionerDecidesAndTheBrokerReadsIt() {
        assertThat(get("/en/allocation", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Open bidding", "<svg");
        assertThat(get("/cy/allocation", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Cynigion agored");
        assertThat(get("/en/allocation/llanidloes/decision", county.commissioner()))
                .hasStatusOk()
                .bodyText()
                .contains("Aderyn Care", "First refusal for the patch lead");
        String lead = county.providerA().organisation().toString();
        assertThat(decide("/en/allocation/llanfair/decision", "INHOUSE", "", "6", "", LocalDate.now(), "Few agencies"))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/allocation/llanfair?done=allocation.decided");
        assertThat(get("/en/allocation/llanfair", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("For 6 working hours", "Few agencies", "In force")
                .doesNotContain(lead, "/decision");
        decide("/en/allocation/llanfair/decision", "OPEN", "", "", "", LocalDate.now(), "Back again");
    }

    @Test
    void nonsenseIsAnsweredWithAllErrorsAndWhatWasTyped() {
        assertThat(decide(
                        "/en/allocation/hay/decision",
                        "FIRST_REFUSAL",
                        "nobody",
                        "41",
                        "",
                        LocalDate.of(2020, 1, 1),
                        ""))
                .hasStatus(422)
                .bodyText()
                .contains("Choose the patch lead", "from 1 to 40", "must be today or later", "Say why", "value=\"41\"");
        assertThat(decide("/cy/allocation/hay/decision", "DIRECT_AWARD", "", "", "WHIM", LocalDate.now(), "x"))
                .hasStatus(422)
                .bodyText()
                .contains("Dewiswch y sail");
        assertThat(decide("/en/allocation/hay/decision", "LOTTERY", "", "", "", LocalDate.now(), "x"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose how work is given out");
    }

    /** Seeded fault: refuse without the number of the newest decision. */
    @Test
    void whoeverIsSecondIsToldWhoWasFirstAndGoesOnWithWhatWasTyped() {
        String uri = "/en/allocation/machynlleth/decision";
        int before = seen(uri);
        decide(uri, "INHOUSE", "", "6", "", LocalDate.now(), "Few agencies");
        assertThat(decide(uri, "OPEN", "", "", "", LocalDate.now(), "Enough agencies again", before))
                .hasStatus(409)
                .bodyText()
                .contains(county.commissioner().name(), "Enough agencies again")
                .contains("name=\"seen\" value=\"" + seen(uri) + "\"");
        assertThat(decide(uri, "OPEN", "", "", "", LocalDate.now(), "Enough agencies again"))
                .hasStatus(302);
    }

    @Test
    void othersFindNothing() {
        assertThat(mvc.get().uri("/en/allocation")).hasStatus(302);
        for (Actor other : List.of(county.providerA(), county.finance(), county.socialWorker(), county.inhouse()))
            assertThat(get("/en/allocation", other)).hasStatus4xxClientError();
        assertThat(get("/en/allocation/hay/decision", county.broker())).hasStatus4xxClientError();
        assertThat(get("/en/allocation/nowhere", county.commissioner())).hasStatus(404);
        assertThat(get("/en/allocation/nowhere/decision", county.commissioner()))
                .hasStatus(404);
    }

    private MvcTestResult get(String uri, Actor actor) {
        return mvc.get().uri(uri).with(as(actor)).exchange();
    }

    private MvcTestResult decide(
            String uri, String mode, String lead, String hours, String ground, LocalDate from, String reason) {
        return decide(uri, mode, lead, hours, ground, from, reason, seen(uri));
    }

    private MvcTestResult decide(
            String uri,
            String mode,
            String lead,
            String hours,
            String ground,
            LocalDate from,
            String reason,
            int seen) {
        return mvc.post()
                .uri(uri)
                .with(as(county.commissioner()))
                .with(csrf())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("mode", mode)
                .param("lead", lead)
                .param("workingHours", hours)
                .param("directReason", ground)
                .param("startsOn.day", "" + from.getDayOfMonth())
                .param("startsOn.month", "" + from.getMonthValue())
                .param("startsOn.year", "" + from.getYear())
                .param("reason", reason)
                .param("seen", "" + seen)
                .exchange();
    }

    @Autowired
    Allocations allocations;

    private int seen(String uri) {
        return allocations.history(county.broker(), uri.split("/")[3]).stream()
                .mapToInt(Allocation::number)
                .max()
                .orElse(0);
    }
}
