package cymru.pontio.bridging;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A form that could only be refused says so before anybody writes, and who was first. */
@PontioTest
class LateAnswerPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    BridgingExamples examples;

    @Autowired
    Bridging bridging;

    /** Seeded fault: open the form for whatever request can be seen. */
    @Test
    void aRequestIsAnsweredWhileItWaits() {
        EpisodeRef accepted = examples.active(county, packages.approved(county, "newtown"));
        EpisodeRef refused = examples.requested(county, packages.approved(county, "newtown"));
        assertThat(get("/en", refused, "acceptance")).hasStatusOk();
        bridging.refuse(county.inhouse(), refused, RefusalReason.CAPACITY);
        for (String form : List.of("acceptance", "refusal")) {
            tooLate(get("/en", accepted, form), accepted + " was already accepted on");
            tooLate(get("/en", refused, form), refused + " was already refused on");
            tooLate(get("/cy", accepted, form), "Derbyniwyd " + accepted + " eisoes ar");
            tooLate(get("/cy", refused, form), "Gwrthodwyd " + refused + " eisoes ar");
            tooLate(post("/en/bridging/" + refused + "/" + form, county.inhouse(), Map.of()), "already refused");
        }
    }

    /** Seeded faults, each by itself: open the forms before the answer; open them after the end. */
    @Test
    void careIsReviewedAndEndedWhileItIsGivenAndRecordedEvenLater() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef ref = examples.requested(county, facts);
        for (String form : List.of("actuals", "review", "end")) {
            refused(get("/en", ref, form), ref + " is still only a request");
            refused(get("/cy", ref, form), "Dim ond cais yw " + ref + " o hyd");
        }
        EpisodeRef ended = examples.active(county, packages.approved(county, "newtown"));
        examples.end(county, ended, EndReason.NOT_NEEDED);
        assertThat(get("/en", ended, "actuals")).hasStatusOk();
        for (String form : List.of("review", "end")) {
            tooLate(get("/en", ended, form), ended + " was already ended on");
            tooLate(get("/cy", ended, form), "Daethpwyd â " + ended + " i ben eisoes ar");
            tooLate(post("/en/bridging/" + ended + "/" + form, county.inhouse(), Map.of()), "already ended");
        }
    }

    /** Neither has a reference in its address by which the audit could tell who was first. */
    @Test
    void whoWasFirstIsNamedWhereTheAddressDoesNotTell() {
        PackageFacts facts = packages.approved(county, "newtown");
        LocalDate today = Zone.dayOf(Instant.now());
        LocalDate end = today.plusDays(42);
        Map<String, String> begin = Map.ofEntries(
                Map.entry("carePackage", facts.ref().value()),
                Map.entry("start.day", "" + today.getDayOfMonth()),
                Map.entry("start.month", "" + today.getMonthValue()),
                Map.entry("start.year", "" + today.getYear()),
                Map.entry("end.day", "" + end.getDayOfMonth()),
                Map.entry("end.month", "" + end.getMonthValue()),
                Map.entry("end.year", "" + end.getYear()),
                Map.entry("goals", "Cook again"));
        assertThat(post("/en/enablement", county.inhouse(), begin)).hasStatus(302);
        refused(
                post("/en/enablement", county.inhouse(), begin),
                county.inhouse().name() + " began ENB-");
        refused(
                post("/cy/enablement", county.inhouse(), begin),
                "dechreuodd " + county.inhouse().name() + " ENB-");
        Map<String, String> cost = Map.of("from.day", "1", "from.month", "2", "from.year", "2099", "pounds", "30");
        post("/en/bridging/people", county.commissioner(), cost);
        refused(
                post("/en/bridging/people", county.otherCommissioner(), cost),
                county.commissioner().name() + " already set a cost from 1 February 2099, on ");
        refused(
                post("/cy/bridging/people", county.otherCommissioner(), cost),
                "Gosododd " + county.commissioner().name() + " gost o 1 Chwefror 2099 eisoes, ar ");
    }

    private void tooLate(MvcTestResult page, String told) {
        refused(page, told);
        assertThat(page).bodyText().contains(county.inhouse().name());
    }

    private static void refused(MvcTestResult page, String told) {
        assertThat(page).hasStatus(409).bodyText().contains(told).doesNotContain("id=\"form\"");
    }

    private MvcTestResult get(String language, EpisodeRef ref, String form) {
        return mvc.get()
                .uri(language + "/bridging/" + ref + "/" + form)
                .with(as(county.inhouse()))
                .exchange();
    }

    private MvcTestResult post(String uri, Actor actor, Map<String, String> fields) {
        var request = mvc.post().uri(uri).with(as(actor)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }
}
