package cymru.pontio.visits.rota;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.people.PeopleExamples;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import cymru.pontio.visits.VisitExamples;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The plan: 45 minutes every morning between 7 and 9, time-critical; half an hour at lunch on weekdays; every evening to bed
 * by two workers. Nineteen calls a week. Care begins on a Monday to come.
 */
@PontioTest
class RotaTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    County county;

    @Autowired
    PlacementExamples placements;

    @Autowired
    PeopleExamples people;

    @Autowired
    VisitExamples visits;

    @Autowired
    Rotas rotas;

    @Autowired
    Absences absences;

    @Autowired
    Endings endings;

    @Autowired
    CarePackages packages;

    @Autowired
    RotaList list;

    @Autowired
    RotaTable table;

    @Autowired
    JdbcClient jdbc;

    private Actor provider;
    private PlacementRef ref;
    private PackageRef packageRef;
    private LocalDate start;

    @BeforeEach
    void placement() {
        PlacementExamples.Accepted accepted = placements.pending(county);
        provider = accepted.provider();
        ref = accepted.ref();
        packageRef = accepted.carePackage().ref();
        start = Rotas.monday(rotas.today()).plusWeeks(1);
        placements.due(ref, start);
    }

    @Test
    void publishesSeveralWeeksOfExactlyWhatThePlanAsksFor() {
        Rotas.Draft draft = rotas.draft(provider, ref);
        assertThat(draft.monday()).isEqualTo(start);
        assertThat(draft.calls()).hasSize(19);
        assertThat(draft.usual().get("d1p1").starts()).isEqualTo(LocalTime.of(7, 0));
        assertThat(rotas.publish(provider, ref, start, 3, named(draft))).isNull();
        Rotas.View view = rotas.view(provider, ref);
        assertThat(view.planned()).hasSize(57);
        assertThat(view.next()).isEqualTo(start.plusWeeks(3));
        assertThat(list.all(provider))
                .filteredOn(row -> row.ref().equals(ref.value()))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.until()).isEqualTo(start.plusWeeks(3).minusDays(1)));
        // The next draft begins with what was published last.
        assertThat(rotas.draft(provider, ref).usual().get("d3p3"))
                .isEqualTo(named(draft).get("d3p3"));
    }

    /**
     * Also of what was published. A provider that hands back goes on until somebody else is there. Seeded faults, each by itself:
     * plan on; plan for nobody after any notice.
     */
    @Test
    void nobodyIsPlannedOnceTheCareIsCertainlyOver() {
        PlacementExamples.Accepted live = placements.live(county, rotas.today().minusDays(10));
        publishSixWeeks(live);
        LocalDate last = rotas.today().plusDays(30);
        endings.end(county.broker(), live.ref(), CareEnd.TRANSFER, "She asks for another", last);
        assertThat(rotas.view(live.provider(), live.ref()).planned())
                .anyMatch(one -> one.call().day().isAfter(last));
        PlacementExamples.Accepted over = placements.live(county, rotas.today().minusDays(10));
        publishSixWeeks(over);
        endings.end(county.broker(), over.ref(), CareEnd.MOVED, "To her sister’s", last);
        Rotas.View view = rotas.view(over.provider(), over.ref());
        assertThat(view.planned())
                .isNotEmpty()
                .noneMatch(one -> one.call().day().isAfter(last));
        assertThat(view.open()).isNull();
        assertThat(rotas.sheet(over.provider(), over.ref(), last.plusDays(1), 4).planned())
                .noneMatch(one -> one.call().day().isAfter(last));
    }

    /** The first of them has begun and lacks its first days; the others are as the second. */
    private void publishSixWeeks(PlacementExamples.Accepted placed) {
        for (int weeks : List.of(1, 5)) {
            Rotas.Draft draft = rotas.draft(placed.provider(), placed.ref());
            assertThat(rotas.publish(placed.provider(), placed.ref(), draft.monday(), weeks, named(draft)))
                    .isNull();
        }
    }

    /** From noon on Tuesday to six on Thursday morning: two calls and three are left out. Seeded fault: plan them too. */
    @Test
    void nobodyIsPlannedForSomebodyWhoIsAway() {
        absences.tell(
                county.broker(),
                packageRef,
                AwayKind.RESPITE,
                start.plusDays(1).atTime(12, 0).atZone(Zone.LONDON).toInstant(),
                start.plusDays(3).atTime(6, 0).atZone(Zone.LONDON).toInstant());
        Rotas.Draft draft = rotas.draft(provider, ref);
        assertThat(draft.calls()).hasSize(14);
        assertThat(draft.calls())
                .filteredOn(call -> call.day().equals(start.plusDays(1)))
                .singleElement()
                .satisfies(call -> assertThat(call.position()).isEqualTo(1));
        rotas.publish(provider, ref, start, 1, named(draft));
        absences.tell(
                county.broker(),
                packageRef,
                AwayKind.AWAY,
                Zone.startOf(start.plusDays(4)),
                Zone.startOf(start.plusDays(5)));
        assertThat(rotas.view(provider, ref).planned()).hasSize(11);
    }

    @Test
    void aWeekWithOtherCallsIsPublishedByItself() {
        placements.due(ref, start.plusDays(2));
        Rotas.Draft draft = rotas.draft(provider, ref);
        assertThat(draft.calls()).hasSize(13);
        assertThat(rotas.publish(provider, ref, start, 2, named(draft))).isEqualTo(start.plusWeeks(1));
        assertThat(rotas.view(provider, ref).planned()).isEmpty();
        assertThat(rotas.publish(provider, ref, start, 1, named(draft))).isNull();
        assertThat(rotas.draft(provider, ref).calls()).hasSize(19);
    }

    @Test
    void oneOfTwoWhoPublishAtOnceIsToldAndEachCallStandsOnce() {
        Map<String, Visit> visits = named(rotas.draft(provider, ref));
        AtomicInteger refused = new AtomicInteger();
        CompletableFuture<?>[] both = IntStream.range(0, 2)
                .mapToObj(n -> CompletableFuture.runAsync(() -> {
                    try {
                        rotas.publish(provider, ref, start, 2, visits);
                    } catch (RuleBroken e) {
                        refused.incrementAndGet();
                    }
                }))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(both).join();
        assertThat(refused).hasValue(1);
        assertThat(rotas.view(provider, ref).planned()).hasSize(38);
    }

    /** Seeded fault: drop the constraint rota_call_once. */
    @Test
    void theDatabaseKnowsTheLawsToo() {
        publish(1);
        DueCall first = planned(1).call();
        UUID placement = jdbc.sql("select id from placements.placement where ref = ?")
                .param(ref.value())
                .query(UUID.class)
                .single();
        assertThatThrownBy(() -> table.publish(placement, first, new Visit(LocalTime.of(8, 0), "Gwen", null), provider))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("rota_call_once");
        assertThatThrownBy(() -> set("starts = '09:01'", "position = 1"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("rota_critical_in_window");
        assertThatThrownBy(() -> set("second_worker = upper(worker)", "position = 3"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("rota_two_people");
        assertThatThrownBy(() -> set("second_worker = null", "position = 3"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("rota_two_workers");
    }

    /** Seeded faults: show such a call under the day of its evening; refuse, in the form or in the table, what is after midnight. */
    @Test
    void aCallOfTheNightMayBeginAfterMidnightAndIsOfTheDayBefore() {
        visits.night(packageRef, "23:00", "01:00", true);
        Rotas.Draft draft = rotas.draft(provider, ref);
        Map<String, Visit> named = named(draft);
        assertThat(named.get("d1p9").starts()).isEqualTo(LocalTime.of(23, 0));
        DueCall night = draft.calls().stream()
                .filter(call -> call.key().equals("d1p9"))
                .findFirst()
                .orElseThrow();
        assertThat(night.inWindow(LocalTime.of(0, 30))).isTrue();
        assertThat(night.inWindow(LocalTime.of(1, 1))).isFalse();
        assertThat(night.inWindow(LocalTime.of(22, 59))).isFalse();
        named.put("d1p9", new Visit(LocalTime.of(0, 30), "Nos", null));
        rotas.publish(provider, ref, start, 1, named);
        assertThat(rotas.sheet(provider, ref, start, 1).planned().stream()
                        .map(one -> one.call().key()))
                .containsSequence("d1p3", "d1p9", "d2p1");
        String sheet = "/rotas/" + ref + "/sheet?from=" + start;
        assertThat(get("/en" + sheet, provider))
                .bodyText()
                .containsPattern("Tuesday[^<]*</th>\\s*<td[^>]*>00:30 to 01:00");
        assertThatThrownBy(() -> set("starts = '01:01'", "position = 9"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("rota_critical_in_window");
    }

    /** Otherwise somebody reads four weeks, of which three have no visits. */
    @Test
    void theSheetNamesTheDaysThatArePublishedAndNoOthers() {
        publish(1);
        DateTimeFormatter written = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
        assertThat(get("/en/rotas/" + ref + "/sheet?from=" + start, provider))
                .bodyText()
                .contains("from " + start.format(written) + " to "
                        + start.plusDays(6).format(written));
    }

    /** What is published after four weeks is on the next sheet. Seeded faults, each by itself: no way on; a way on to nothing. */
    @Test
    void aSheetLeadsToTheNextFourWeeksAsFarAsTheyArePublished() {
        publish(5);
        String sheet = "/en/rotas/" + ref + "/sheet?from=";
        String next = sheet + start.plusWeeks(4);
        assertThat(get(sheet + start, provider))
                .bodyText()
                .contains("href=\"" + next + "\">The next four weeks<")
                .doesNotContain("The four weeks before");
        assertThat(get(next, provider))
                .bodyText()
                .contains("href=\"" + sheet + start + "\">The four weeks before<")
                .doesNotContain("The next four weeks");
        assertThat(get(sheet.replace("/en/", "/cy/") + start, provider))
                .bodyText()
                .contains(">Y pedair wythnos nesaf<");
    }

    /** Home a day early, or more care agreed. Seeded faults, each by itself: leave it out of the list; out of pages; out of the sheet. */
    @Test
    void whatIsDueSinceItWasPublishedIsNotPassedOverInSilence() {
        Instant tuesday = start.plusDays(1).atTime(12, 0).atZone(Zone.LONDON).toInstant();
        absences.tell(county.broker(), packageRef, AwayKind.RESPITE, tuesday, Zone.startOf(start.plusDays(4)));
        rotas.publish(provider, ref, start, 1, named(rotas.draft(provider, ref)));
        assertThat(until()).isEqualTo(start.plusDays(6));
        assertThat(get("/en/rotas/" + ref, provider)).bodyText().doesNotContain("has not been told:");
        var away = absences.of(packages.facts(county.broker(), packageRef).id()).getFirst();
        absences.promise(county.broker(), packageRef, away.id(), Zone.startOf(start.plusDays(2)));
        LocalDate wednesday = start.plusDays(2);
        assertThat(until()).isEqualTo(start.plusDays(1));
        assertThat(rotas.view(provider, ref).open()).isEqualTo(wednesday);
        assertThat(rotas.sheet(provider, ref, start, 4).open()).isEqualTo(wednesday);
        assertThat(get("/en/rotas/" + ref, provider)).bodyText().contains("has not been told:");
        assertThat(get("/cy/rotas/" + ref + "/sheet?from=" + start, provider))
                .bodyText()
                .contains("mae mwy o ymweliadau na’r rhain");
        publish(1);
        assertThat(until()).isEqualTo(start.plusDays(6));
        assertThat(rotas.view(provider, ref).open()).isNull();
    }

    private LocalDate until() {
        return list.all(provider).stream()
                .filter(row -> row.ref().equals(ref.value()))
                .map(RotaList.Row::until)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangeIsWrittenDownWithWhetherThePersonWasTold() {
        publish(1);
        long before = list.untold(provider);
        RotaTable.Planned lunch = planned(2);
        rotas.change(provider, ref, lunch.id(), 0, new Visit(LocalTime.of(13, 0), "Gwen", null), null);
        assertThat(list.untold(provider)).isEqualTo(before + 1);
        RotaTable.Change change = rotas.view(provider, ref).changes().getFirst();
        assertThat(change.before()).isEqualTo(lunch.visit());
        assertThat(change.after()).isEqualTo(new Visit(LocalTime.of(13, 0), "Gwen", null));
        assertThat(change.told()).isNull();
        rotas.told(provider, ref, change.id(), Told.PHONE);
        assertThat(list.untold(provider)).isEqualTo(before);
        assertThat(rotas.view(provider, ref).changes().getFirst().told()).isEqualTo(Told.PHONE);
        assertThatThrownBy(() -> rotas.told(provider, ref, change.id(), Told.IN_WRITING))
                .isInstanceOf(RuleBroken.class)
                .extracting("messageKey")
                .isEqualTo("rota.error.told");
        assertThatThrownBy(() -> rotas.told(provider, ref, change.id() + 1_000_000, Told.PHONE))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> jdbc.sql("update visits.rota_change set told = 'IN_WRITING' where id = ?")
                        .param(change.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> rotas.change(
                        provider, ref, lunch.id(), 0, new Visit(LocalTime.of(14, 0), "Gwen", null), Told.PHONE))
                .isInstanceOf(RuleBroken.class);
        rotas.change(provider, ref, lunch.id(), 1, new Visit(LocalTime.of(13, 0), "Gwen", null), null);
        assertThat(rotas.view(provider, ref).changes()).hasSize(1);
    }

    /** What happened is a visit. Seeded fault: let a call of yesterday be changed. */
    @Test
    void aDayThatIsOverIsNotPlannedAnew() {
        publish(1);
        UUID lunch = planned(2).id();
        jdbc.sql("update visits.rota_call set day = ? where id = ?")
                .params(rotas.today().minusDays(1), lunch)
                .update();
        assertThatThrownBy(() ->
                        rotas.change(provider, ref, lunch, 0, new Visit(LocalTime.of(13, 0), "Gwen", null), Told.PHONE))
                .hasMessage("rota.error.past");
    }

    @Test
    void whatThePlanNoLongerAsksForIsNotShownAsIfSomebodyWouldCome() {
        publish(2);
        jdbc.sql(
                        "update placements.placement set status = 'ENDED', ended_on = ?, end_reason = 'DIED', first_visit_at = clock_timestamp() where ref = ?")
                .params(start.plusDays(1), ref.value())
                .update();
        assertThat(rotas.sheet(provider, ref, start, 4).planned())
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.call().day()).isEqualTo(start));
    }

    @Test
    void theFormSaysAllThatIsWrongAtOnce() {
        MvcTestResult page = mvc.post()
                .uri("/en/rotas/" + ref + "/new")
                .with(as(provider))
                .with(csrf())
                .param("monday", start.toString())
                .param("weeks", "7")
                .param("times[d1p1]", "09:30")
                .param("workers[d1p1]", "Gwen")
                .param("times[d1p2]", "noon")
                .param("times[d1p3]", "20:00")
                .param("workers[d1p3]", "Gwen")
                .param("seconds[d1p3]", "gwen")
                .exchange();
        assertThat(page)
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter how many weeks, from 1 to 6",
                        "this call is time-critical, enter a time between",
                        ": enter a time by the 24 hour clock",
                        "two people must come, enter",
                        ": enter who comes",
                        "value=\"noon\"");
        assertThat(rotas.view(provider, ref).planned()).isEmpty();
    }

    /** Seeded faults, each by itself: two sentences for a row that is blank; the day left out of the sentence. */
    @Test
    void eachSentenceOfTheFormNamesItsCall() throws UnsupportedEncodingException {
        String english = start.format(DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH));
        assertThat(toldOfBlank("en"))
                .hasSize(19)
                .doesNotHaveDuplicates()
                .contains(english + ", Morning, 45 minutes: enter when the call begins and who comes");
        String welsh = start.format(DateTimeFormatter.ofPattern("d MMMM", Locale.of("cy")));
        assertThat(toldOfBlank("cy"))
                .hasSize(19)
                .doesNotHaveDuplicates()
                .contains(welsh + ", Bore, 45 munud: rhowch pryd mae’r alwad yn dechrau a phwy sy’n dod");
    }

    private List<String> toldOfBlank(String language) throws UnsupportedEncodingException {
        MvcTestResult page = mvc.post()
                .uri("/" + language + "/rotas/" + ref + "/new")
                .with(as(provider))
                .with(csrf())
                .param("monday", start.toString())
                .param("weeks", "1")
                .exchange();
        assertThat(page).hasStatus(422);
        return Jsoup.parse(page.getResponse().getContentAsString())
                .select(".govuk-error-summary__list li")
                .eachText();
    }

    /** Nothing of what was typed is published until the person has seen that a week differs. Seeded fault: publish what is alike. */
    @Test
    void theFormSaysWhichWeekHasOtherCalls() {
        placements.due(ref, start.plusDays(2));
        for (String language : List.of("en", "cy")) {
            var post = mvc.post()
                    .uri("/" + language + "/rotas/" + ref + "/new")
                    .with(as(provider))
                    .with(csrf())
                    .param("monday", start.toString())
                    .param("weeks", "2");
            named(rotas.draft(provider, ref)).forEach((key, visit) -> {
                post.param("times[" + key + "]", visit.starts().toString())
                        .param("workers[" + key + "]", visit.worker());
                if (visit.second() != null) post.param("seconds[" + key + "]", visit.second());
            });
            assertThat(post)
                    .hasStatus(422)
                    .bodyText()
                    .contains(language.equals("en") ? "has other calls than this one" : "alwadau gwahanol i hon")
                    .contains("value=\"2\"");
        }
        assertThat(rotas.view(provider, ref).planned()).isEmpty();
    }

    @Test
    void publishedByTheFormChangedAndPrintedInBothLanguages() {
        var post = mvc.post()
                .uri("/en/rotas/" + ref + "/new")
                .with(as(provider))
                .with(csrf())
                .param("monday", start.toString())
                .param("weeks", "2");
        named(rotas.draft(provider, ref)).forEach((key, visit) -> {
            post.param("times[" + key + "]", visit.starts().toString()).param("workers[" + key + "]", visit.worker());
            if (visit.second() != null) post.param("seconds[" + key + "]", visit.second());
        });
        assertThat(post).hasStatus(302).redirectedUrl().endsWith("?done=rota.published");
        assertThat(get("/en/rotas", provider)).hasStatusOk();
        assertThat(get("/en/rotas.csv", provider)).hasStatusOk().bodyText().contains(ref.value());
        assertThat(get("/cy/rotas/" + ref, provider))
                .hasStatusOk()
                .bodyText()
                .contains("Galwadau a gyhoeddwyd", "Eleri");
        assertThat(get("/en/rotas/" + ref + "/new", provider))
                .hasStatusOk()
                .bodyText()
                .contains("Time-critical");
        String call = "/rotas/" + ref + "/calls/" + planned(3).id();
        assertThat(get("/en" + call, provider)).hasStatusOk().bodyText().contains("Second worker");
        assertThat(mvc.post().uri("/cy" + call).with(as(provider)).with(csrf()).param("starts", "25:00"))
                .hasStatus(422)
                .bodyText()
                .contains(": rhowch amser yn ôl y cloc 24 awr", "Dywedwch a yw’r person wedi cael gwybod");
        assertThat(mvc.post()
                        .uri("/en" + call)
                        .with(as(provider))
                        .with(csrf())
                        .param("starts", "21:15")
                        .param("worker", "Gwen")
                        .param("second", "Nia")
                        .param("told", "NOT_YET")
                        .param("seen", "0"))
                .hasStatus(302);
        assertThat(get("/en/rotas/" + ref, provider)).bodyText().contains("21:15, Gwen and Nia", "Not told yet");
        String from = "?from=" + start;
        assertThat(get("/en/rotas/" + ref + "/sheet" + from, provider))
                .bodyText()
                .contains("Your care visits", "07:00 to 07:45", "Gwen and Nia", "Monday");
        assertThat(get("/cy/rotas/" + ref + "/sheet" + from, provider))
                .bodyText()
                .contains("Eich ymweliadau gofal", "07:00 i 07:45", "Dydd Llun");
        assertThat(get("/cy/rotas/" + ref + "/log" + from, provider)).bodyText().contains("Cyrraedd am", "Dydd Llun");
        assertThat(get("/en/rotas.csv", provider)).hasStatusOk().bodyText().contains(ref.value());
    }

    /**
     * Told of the last, the person knows what came of those before; of what came later they do not. Seeded faults, each by
     * itself: settle nothing but the change itself; all changes of the call.
     */
    @Test
    void whoWasToldOfAChangeKnowsOfThoseBefore() {
        publish(1);
        long before = list.untold(provider);
        UUID lunch = planned(2).id();
        for (int version = 0; version < 3; version++)
            rotas.change(provider, ref, lunch, version, new Visit(LocalTime.of(13, version), "Gwen", null), null);
        rotas.change(provider, ref, planned(1).id(), 0, new Visit(LocalTime.of(7, 45), "Gwen", null), null);
        assertThat(list.untold(provider)).isEqualTo(before + 4);
        List<RotaTable.Change> ofLunch = rotas.view(provider, ref).changes().stream()
                .filter(one -> one.after().starts().getHour() == 13)
                .toList();
        rotas.told(provider, ref, ofLunch.get(1).id(), Told.PHONE);
        assertThat(list.untold(provider)).isEqualTo(before + 2);
        assertThat(rotas.view(provider, ref).changes())
                .filteredOn(one -> one.told() == Told.PHONE)
                .extracting(RotaTable.Change::id)
                .containsExactly(ofLunch.get(1).id(), ofLunch.get(2).id());
        rotas.change(provider, ref, lunch, 3, new Visit(LocalTime.of(13, 30), "Gwen", null), Told.IN_PERSON);
        assertThat(list.untold(provider)).isEqualTo(before + 1);
    }

    @Test
    void nobodyElseFindsIt() {
        publish(1);
        String call = planned(2).id().toString();
        for (Actor other : List.of(county.providerB(), county.broker(), county.socialWorker()))
            for (String path : List.of("", "/new", "/sheet", "/log", "/calls/" + call))
                assertThat(get("/en/rotas/" + ref + path, other)).hasStatus(404);
        assertThat(list.all(county.providerB())).noneMatch(row -> row.ref().equals(ref.value()));
        assertThatThrownBy(() -> rotas.told(county.providerB(), ref, 1, Told.PHONE))
                .isInstanceOf(NotFound.class);
    }

    private void publish(int weeks) {
        rotas.publish(provider, ref, start, weeks, named(rotas.draft(provider, ref)));
    }

    private RotaTable.Planned planned(int position) {
        return rotas.view(provider, ref).planned().stream()
                .filter(one -> one.call().position() == position)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Visit> named(Rotas.Draft draft) {
        Map<String, Visit> visits = new HashMap<>();
        draft.calls()
                .forEach(call -> visits.put(
                        call.key(),
                        new Visit(
                                draft.usual().get(call.key()).starts(), "Eleri", call.workers() == 2 ? "Siân" : null)));
        return visits;
    }

    private int set(String what, String which) {
        return jdbc.sql("update visits.rota_call set " + what + " where " + which
                        + " and placement_id = (select id from placements.placement where ref = ?)")
                .param(ref.value())
                .update();
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }
}
