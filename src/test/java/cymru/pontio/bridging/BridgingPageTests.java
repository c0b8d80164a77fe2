package cymru.pontio.bridging;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageExamples;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Zone;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PontioTest
class BridgingPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PackageExamples packages;

    @Autowired
    PeopleExamples people;

    @Autowired
    BridgingExamples examples;

    @Autowired
    Capacity capacity;

    @Autowired
    CarePackages carePackages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aSocialWorkerAsksAndSeesTheAnswer() {
        PackageFacts facts = packages.approved(county, "newtown");
        String cover = "/packages/" + facts.ref() + "/cover";
        assertThat(get("/en" + cover, county.socialWorker()))
                .hasStatusOk()
                .bodyText()
                .contains("Who looks after the person now", "Ask for bridging");
        assertThat(get("/cy" + cover + "/bridging", county.socialWorker()))
                .hasStatusOk()
                .bodyText()
                .contains("Gofyn am bontio");
        assertThat(post(cover + "/bridging", county.socialWorker(), Map.of()))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a reason");
        assertThat(post(cover + "/bridging", county.socialWorker(), Map.of("reason", "DISCHARGE")))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith(cover + "?done=bridging.requested");
        assertThat(get("/cy" + cover, county.manager()))
                .hasStatusOk()
                .bodyText()
                .contains("Gofynnwyd", "BRG-");
        assertThat(post(cover + "/bridging", county.broker(), Map.of("reason", "DISCHARGE")))
                .hasStatus(409)
                .bodyText()
                // Seeded fault: tell the last change of the package.
                .contains("Bridging was already asked for by Sioned Work", "Bridging requested");
    }

    /**
     * Choosing bridging in the form asks nobody. Seeded faults, each by itself: remind once somebody has asked, whoever covers,
     * whatever was wanted, and whoever reads.
     */
    @Test
    void thePageOfAPackageRemindsOfAskingWhereBridgingWasWanted() {
        PackageFacts facts = packages.approved(county, "newtown");
        String page = "/packages/" + facts.ref();
        reminds(page, false, county.socialWorker());
        jdbc.sql("update carepackages.care_package set cover_wanted = 'BRIDGING' where id = ?")
                .param(facts.id().value())
                .update();
        reminds(page, true, county.socialWorker(), county.manager(), county.broker());
        reminds(page, false, county.commissioner());
        assertThat(get("/cy" + page, county.socialWorker()))
                .bodyText()
                .contains("nid oes neb wedi gofyn eto", "/cy" + page + "/cover/bridging");
        carePackages.coverChanged(county.socialWorker(), facts.id(), Cover.FAMILY, Instant.now());
        reminds(page, false, county.socialWorker());
        carePackages.coverChanged(county.socialWorker(), facts.id(), Cover.NONE, Instant.now());
        reminds(page, true, county.socialWorker());
        assertThat(post(page + "/cover/bridging", county.socialWorker(), Map.of("reason", "DISCHARGE")))
                .hasStatus(302);
        reminds(page, false, county.socialWorker(), county.broker());
    }

    private void reminds(String page, boolean does, Actor... readers) {
        for (Actor reader : readers) {
            var text = assertThat(get("/en" + page, reader)).hasStatusOk().bodyText();
            if (does) text.contains("nobody has asked yet", "/en" + page + "/cover/bridging");
            else text.doesNotContain("nobody has asked yet");
        }
    }

    /** Reports and the page of an episode lead there. */
    @Test
    void commissionersReadWhoLooksAfterThePersonAndChangeNothing() {
        PeopleExamples.Marked person = people.personWithMarks(county.socialWorker());
        PackageFacts facts = packages.approved(county, "newtown", person.ref());
        EpisodeRef ref = examples.active(county, facts);
        String cover = "/packages/" + facts.ref() + "/cover";
        MvcTestResult page = get("/en" + cover, county.commissioner());
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("/en/bridging/" + ref)
                .doesNotContain(cover + "/change");
        for (String mark : person.marks()) assertThat(page).bodyText().doesNotContain(mark);
        assertThat(get("/en/packages/" + facts.ref(), county.commissioner()))
                .bodyText()
                .contains("/en" + cover);
        assertThat(get("/en" + cover + "/change", county.commissioner())).hasStatus(404);
    }

    /** Seeded fault: open the form whatever the package's cover is. */
    @Test
    void doesNotOpenARequestThatCouldOnlyBeRefused() {
        PackageFacts facts = packages.approved(county, "newtown");
        String ask = "/packages/" + facts.ref() + "/cover/bridging";
        EpisodeRef ref = examples.active(county, facts);
        assertThat(get("/en" + ask, county.broker()))
                .hasStatus(409)
                .bodyText()
                .contains("Bridging was already asked for by Sioned Work", ref.value())
                .doesNotContain("name=\"reason\"");
        assertThat(get("/cy/packages/" + facts.ref() + "/cover/change", county.broker()))
                .as("cover is not changed by hand beside bridging")
                .hasStatus(409);
        assertThat(get("/cy" + ask, county.providerA())).hasStatus(404);
        examples.end(county, ref, EndReason.NOT_NEEDED);
        assertThat(get("/en" + ask, county.broker())).hasStatusOk();
    }

    @Test
    void onceCareHasStartedTheProviderLooksAfterThePerson() {
        PackageFacts facts = packages.approved(county, "newtown");
        String page = "/packages/" + facts.ref();
        assertThat(get("/en" + page, county.broker())).bodyText().contains("Nobody");
        carePackages.sourcing(county.broker(), facts.id());
        carePackages.awarded(county.broker(), facts.id());
        carePackages.careStarted(county.broker(), facts.id(), Instant.now(), true);
        assertThat(get("/en" + page, county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("The provider: care has started")
                .doesNotContainPattern("Cover now</dt>\\s*<dd[^>]*>Nobody");
        assertThat(get("/cy" + page + "/cover", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Y darparwr: mae’r gofal wedi dechrau")
                .doesNotContain("summary-list__value\">Neb<");
    }

    @Test
    void coverIsChangedWithAMoment() {
        PackageFacts facts = packages.approved(county, "newtown");
        String change = "/packages/" + facts.ref() + "/cover/change";
        assertThat(get("/en" + change, county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Since what time");
        assertThat(post(
                        change,
                        county.broker(),
                        Map.of(
                                "cover",
                                "BRIDGING",
                                "day.day",
                                "32",
                                "day.month",
                                "1",
                                "day.year",
                                "2026",
                                "time",
                                "25:00")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Choose who looks after the person",
                        "Enter the day as a real date",
                        "Enter the time on the 24 hour clock");
        assertThat(post(
                        change,
                        county.broker(),
                        dated("day", examples.today().plusDays(2), "cover", "FAMILY", "time", "07:30")))
                .hasStatus(422)
                .bodyText()
                .contains("cannot be in the future");
        var now = Zone.wallTime(Instant.now());
        String time = "%02d:%02d".formatted(now.getHour(), now.getMinute());
        assertThat(post(change, county.broker(), dated("day", now.toLocalDate(), "cover", "HOSPITAL", "time", time)))
                .hasStatus(302)
                .hasRedirectedUrl("/en/packages/" + facts.ref() + "/absences?done=bridging.intoHospital");
        assertThat(get("/en/packages/" + facts.ref() + "/cover", county.broker()))
                .bodyText()
                .contains("Say when the person comes home")
                .doesNotContain("Change who looks after the person");
        assertThat(get("/cy" + change, county.broker()))
                .hasStatus(409)
                .bodyText()
                .contains("Mae person pecyn " + facts.ref() + " yn yr ysbyty");
    }

    @Test
    void theCoordinatorAcceptsRecordsReviewsAndEnds() {
        PeopleExamples.Marked person = people.personWithMarks(county.socialWorker());
        PackageFacts facts = packages.approved(county, "newtown", person.ref());
        EpisodeRef ref = examples.requested(county, facts);
        String page = "/bridging/" + ref;
        assertThat(get("/en" + page, county.inhouse()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(person.marks())
                .contains("Accept the request");
        assertThat(get("/cy" + page + "/acceptance", county.inhouse()))
                .hasStatusOk()
                .bodyText()
                .contains("Derbyn y cais");
        LocalDate today = examples.today();
        capacity.declare(county.inhouse(), InhouseHours.mondayOf(today), 1, 10_000_000, 0);
        Map<String, String> terms = dated("start", today, dated("expectedEnd", today));
        assertThat(post(page + "/acceptance", county.inhouse(), terms))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("?done=bridging.accepted");
        assertThat(get("/en" + page, county.inhouse()))
                .hasStatusOk()
                .bodyText()
                .contains(person.marks().getFirst());
        assertThat(get("/en" + page, county.broker())).hasStatusOk().bodyText().doesNotContain(person.marks());
        assertThat(get("/en" + page + "/actuals", county.inhouse())).hasStatusOk();
        assertThat(post(
                        page + "/actuals",
                        county.inhouse(),
                        dated("day", today, "user", "60", "carer", "30", "displaced", "x")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the enablement minutes");
        assertThat(post(
                        page + "/actuals",
                        county.inhouse(),
                        dated("day", today, "user", "60", "carer", "30", "displaced", "")))
                .hasStatus(422)
                .bodyText()
                .contains("cannot be fewer");
        assertThat(post(
                        page + "/actuals",
                        county.inhouse(),
                        dated("day", today, "user", "60", "carer", "90", "displaced", "30")))
                .hasStatus(302);
        assertThat(get("/cy" + page + "/review", county.inhouse()))
                .hasStatusOk()
                .bodyText()
                .contains("Adolygu");
        assertThat(post(
                        page + "/review",
                        county.inhouse(),
                        dated("expectedEnd", today.plusDays(20), "outcome", "CONTINUES")))
                .hasStatus(302);
        assertThat(get("/en" + page + "/end", county.inhouse())).hasStatusOk();
        assertThat(post(page + "/end", county.inhouse(), dated("last", today, "reason", "AGENCY_STARTED")))
                .hasStatus(409)
                .bodyText()
                .contains("This could not be done", "no first visit of the agency is recorded")
                .doesNotContain("This has changed since you opened it");
        assertThat(post(page + "/end", county.inhouse(), dated("last", today, "reason", "HOSPITAL")))
                .hasStatus(422)
                .bodyText()
                .contains("Enter the time the person went into hospital");
        assertThat(post(page + "/end", county.inhouse(), dated("last", today, "reason", "HOSPITAL", "time", "00:00")))
                .hasStatus(302);
        assertThat(get("/en/absences", county.socialWorker()))
                .bodyText()
                .contains(facts.ref().value());
        assertThat(get("/cy" + page, county.inhouse()))
                .hasStatusOk()
                .bodyText()
                .contains("Aeth y person i’r ysbyty")
                .doesNotContain(person.marks());
        assertThat(get("/en/packages/" + facts.ref() + "/cover", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains("Ended");
    }

    @Test
    void tooFewHoursAreToldInNumbersAndWhatWasTypedIsKept() {
        EpisodeRef ref = examples.requested(county, packages.approved(county, "newtown"));
        LocalDate monday = InhouseHours.mondayOf(examples.today()).plusWeeks(8);
        capacity.declare(county.inhouse(), monday, 1, 600, 0);
        Map<String, String> terms = dated("start", monday, dated("expectedEnd", monday.plusDays(3)));
        assertThat(post("/bridging/" + ref + "/acceptance", county.inhouse(), terms))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "there are 10 carer hours free and 12.43 are needed, 2.43 too few",
                        "value=\"" + monday.getYear() + "\"");
    }

    @Test
    void refusalSaysWhyToThoseWhoAsked() {
        PackageFacts facts = packages.approved(county, "newtown");
        EpisodeRef ref = examples.requested(county, facts);
        assertThat(get("/en/bridging/" + ref + "/refusal", county.inhouse())).hasStatusOk();
        assertThat(post("/bridging/" + ref + "/refusal", county.inhouse(), Map.of("reason", "DISTANCE")))
                .hasStatus(302);
        assertThat(post("/bridging/" + ref + "/refusal", county.inhouse(), Map.of("reason", "DISTANCE")))
                .hasStatus(409);
        assertThat(get("/en/packages/" + facts.ref() + "/cover", county.socialWorker()))
                .hasStatusOk()
                .bodyText()
                .contains("too far");
    }

    @Test
    void listsShowHoursAndNoNames() {
        PeopleExamples.Marked person = people.personWithMarks(county.socialWorker());
        EpisodeRef ref = examples.requested(county, packages.approved(county, "newtown", person.ref()));
        for (Actor actor : List.of(county.inhouse(), county.broker(), county.commissioner())) {
            assertThat(get("/en/bridging", actor))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(person.marks())
                    .contains("Free");
            assertThat(get("/cy/bridging?tab=active", actor))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Pontio", "Rhydd");
            assertThat(get("/en/bridging?tab=ended&after=nonsense", actor)).hasStatusOk();
        }
        assertThat(get("/en/bridging.csv?tab=requested", county.broker()))
                .hasStatusOk()
                .bodyText()
                .contains(ref.value(), "1305");
    }

    @Test
    void hoursAreDeclaredWeekByWeek() {
        String page = "/bridging/capacity";
        assertThat(get("/cy" + page, county.inhouse())).hasStatusOk().bodyText().contains("Datgan");
        assertThat(post(
                        page,
                        county.inhouse(),
                        Map.of("monday", "x", "available", "-1", "enablement", "a", "weeks", "13")))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a week", "Enter the available hours", "Enter the enablement hours", "from 1 to 12");
        String monday = InhouseHours.mondayOf(examples.today()).plusWeeks(10).toString();
        assertThat(post(
                        page,
                        county.inhouse(),
                        Map.of("monday", monday, "available", "10", "enablement", "20", "weeks", "1")))
                .hasStatus(422)
                .bodyText()
                .contains("Enablement cannot take more");
        assertThat(post(
                        page,
                        county.inhouse(),
                        Map.of("monday", monday, "available", "320.5", "enablement", "120", "weeks", "2")))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("?done=bridging.declared");
        assertThat(get("/en" + page + "?done=bridging.declared", county.inhouse()))
                .hasStatusOk()
                .bodyText()
                .contains("320.5", "The hours are declared");
    }

    @Test
    void tellsTheCoordinatorAtHomeWhatWaits() {
        examples.requested(county, packages.approved(county, "newtown"));
        assertThat(get("/en/home", county.inhouse()))
                .hasStatusOk()
                .bodyText()
                .contains("Bridging requests to answer", "Bridging reviews due");
        assertThat(get("/cy/home", county.inhouse())).hasStatusOk().bodyText().containsIgnoringCase("ceisiadau pontio");
    }

    @Test
    void isNotThereForAnybodyElse() {
        PackageFacts facts = packages.approved(county, "newtown");
        String cover = "/en/packages/" + facts.ref() + "/cover";
        for (Actor actor : List.of(
                county.inhouse(),
                county.otherSocialWorker(),
                county.otherManager(),
                county.providerA(),
                county.admin(),
                county.auditor())) assertThat(get(cover, actor)).hasStatus(404);
        EpisodeRef ref = examples.requested(county, facts);
        assertThat(get(cover, county.inhouse())).hasStatusOk();
        for (Actor actor : List.of(
                county.socialWorker(), county.providerA(), county.admin(), county.auditor(), county.finance())) {
            assertThat(get("/en/bridging", actor)).hasStatus(404);
            assertThat(get("/en/bridging/" + ref, actor)).hasStatus(404);
        }
        for (String verb : List.of("acceptance", "refusal", "actuals", "review", "end"))
            assertThat(get("/en/bridging/" + ref + "/" + verb, county.broker())).hasStatus(404);
        assertThat(get("/en/bridging/BRG-0000-0", county.inhouse())).hasStatus(404);
        assertThat(get("/en/bridging/" + ref + "/actuals?day=yesterday", county.inhouse()))
                .hasStatus(400);
        assertThat(mvc.get().uri("/en/bridging")).hasStatus(302);
    }

    private MvcTestResult get(String uri, Actor actor) {
        return mvc.get().uri(uri).with(as(actor)).exchange();
    }

    private MvcTestResult post(String path, Actor actor, Map<String, String> fields) {
        var request = mvc.post().uri("/en" + path).with(as(actor)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static Map<String, String> dated(String field, LocalDate day, Map<String, String> more) {
        Map<String, String> fields = new java.util.HashMap<>(more);
        fields.put(field + ".day", "" + day.getDayOfMonth());
        fields.put(field + ".month", "" + day.getMonthValue());
        fields.put(field + ".year", "" + day.getYear());
        return fields;
    }

    private static Map<String, String> dated(String field, LocalDate day, String... more) {
        Map<String, String> fields = new java.util.HashMap<>();
        for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
        return dated(field, day, fields);
    }
}
