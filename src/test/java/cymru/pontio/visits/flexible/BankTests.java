package cymru.pontio.visits.flexible;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import cymru.pontio.carepackages.Deaths;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Minutes saved for a better day, never more than the block owes. */
@PontioTest
class BankTests {
    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Bank bank;

    @Autowired
    Settlement settlement;

    @Autowired
    ShortCalls shortCalls;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Deaths deaths;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;
    private PlacementExamples.Accepted live;

    @BeforeEach
    void givenCare() {
        today = Zone.dayOf(clock.instant());
        live = examples.live(county, today.minusDays(12));
    }

    @Test
    void aBlockIsAWeekOrThirteenFromTheFirstDay() {
        LocalDate wednesday = LocalDate.of(2026, 3, 4);
        assertThat(Block.of(Flexibility.WEEK, wednesday, wednesday))
                .isEqualTo(new Block(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9)));
        assertThat(Block.of(Flexibility.BANK, wednesday, wednesday.plusDays(90)))
                .isEqualTo(new Block(wednesday, wednesday.plusDays(91)));
        assertThat(Block.of(Flexibility.BANK, wednesday, wednesday.plusDays(91)).from())
                .isEqualTo(wednesday.plusDays(91));
    }

    /** Seeded fault: let keep_bank forget what was saved. */
    @Test
    void savesAndUsesNeverMoreThanWasSaved() {
        bank();
        enter(EntryKind.SAVED, 30);
        enter(EntryKind.USED, 20);
        Bank.Meter meter = bank.ofPackage(county.socialWorker(), ref()).meter();
        assertThat(meter.saved()).isEqualTo(30);
        assertThat(meter.left()).isEqualTo(10);
        assertThat(meter.owed()).isEqualTo(13 * 885);
        refused(() -> enter(EntryKind.USED, 11), "flexible.error.saved");
        refused(() -> enter(EntryKind.SAVED, 13 * 885), "flexible.error.owed");
    }

    /** Seeded faults, each by itself: let the form, let keep_bank look at the whole block; ask a week for its order as well. */
    @Test
    void aBankGivesWhatWasSavedByTheDayAndAWeekInAnyOrder() {
        LocalDate monday =
                today.with(TemporalAdjusters.previous(DayOfWeek.MONDAY)).minusDays(7);
        live = examples.live(county, monday.minusDays(1));
        agreed("BANK", monday);
        LocalDate second = monday.plusDays(1);
        enter(EntryKind.SAVED, second, 30);
        refused(() -> enter(EntryKind.USED, monday, 1), "flexible.error.savedBy");
        enter(EntryKind.USED, monday.plusDays(3), 20);
        refused(() -> enter(EntryKind.USED, second, 11), "flexible.error.saved");
        enter(EntryKind.SAVED, monday.plusDays(4), 30);
        refused(() -> enter(EntryKind.USED, second, 11), "flexible.error.savedBy");
        String own = "/en/placements/" + live.ref() + "/flexible";
        assertThat(post(
                        own,
                        county.providerA(),
                        date("day", second, "kind", "USED", "minutes", "11", "reason", "Visitors")))
                .hasStatus(422)
                .bodyText()
                .contains("saved by this day: enter 10 minutes, no more");
        enter(EntryKind.USED, second, 10);
        live = examples.live(county, monday.minusDays(1));
        agreed("WEEK", monday);
        enter(EntryKind.SAVED, second, 30);
        enter(EntryKind.USED, monday, 30);
    }

    private void agreed(String mode, LocalDate from) {
        agreed(mode, "EXPIRES", from);
    }

    private void agreed(String mode, @Nullable String end, LocalDate from) {
        jdbc.sql("""
                insert into visits.flexible_agreement (care_package_id, from_on, mode, at_end, by_account, by_name)
                values (?, ?, ?, ?, ?, 'Test')""")
                .params(
                        live.carePackage().id().value(),
                        from,
                        mode,
                        end,
                        county.manager().userId())
                .update();
    }

    private void enter(EntryKind kind, LocalDate day, int minutes) {
        bank.enter(county.providerA(), live.ref().value(), kind, day, minutes, "Visitors");
    }

    /** Seeded fault: agree for any day to come. */
    @Test
    void whatIsNotFlexibleStaysSo() {
        refused(() -> enter(EntryKind.SAVED, 30), "flexible.error.rigid");
        bank.agree(county.manager(), ref(), today, Flexibility.NONE, AtEnd.EXPIRES);
        refused(() -> enter(EntryKind.SAVED, 30), "flexible.error.rigid");
        refused(
                () -> bank.agree(county.socialWorker(), ref(), today, Flexibility.WEEK, AtEnd.EXPIRES),
                "flexible.error.twice");
        refused(
                () -> bank.agree(county.socialWorker(), ref(), today.minusDays(1), Flexibility.WEEK, AtEnd.EXPIRES),
                "flexible.error.past");
        LocalDate late = today.plusYears(1).plusDays(1);
        refused(
                () -> bank.agree(county.socialWorker(), ref(), late, Flexibility.WEEK, AtEnd.EXPIRES),
                "flexible.error.late");
        for (Actor other : List.of(county.otherSocialWorker(), county.broker(), county.providerA()))
            assertThatThrownBy(() -> bank.agree(other, ref(), today.plusDays(1), Flexibility.WEEK, AtEnd.EXPIRES))
                    .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> bank.ofPlacement(county.providerB(), live.ref().value()))
                .isInstanceOf(NotFound.class);
    }

    /** Seeded faults, each by itself: let it be agreed; show the form. */
    @Test
    void nothingIsAgreedAboutSomebodyWhoDied() {
        assertThat(bank.ofPackage(county.socialWorker(), ref()).may()).isTrue();
        deaths.died(county.socialWorker(), ref(), clock.instant());
        refused(this::bank, "flexible.error.ended");
        assertThat(bank.ofPackage(county.socialWorker(), ref()).may()).isFalse();
    }

    /** Seeded fault: let the day lie ahead. */
    @Test
    void nothingIsSavedOrUsedBeforeItsDay() {
        bank();
        for (EntryKind kind : List.of(EntryKind.SAVED, EntryKind.USED))
            refused(
                    () -> bank.enter(
                            county.providerA(), live.ref().value(), kind, today.plusDays(1), 5, "Her daughter comes"),
                    "flexible.error.future");
    }

    /**
     * A week that was agreed for a time long past is over: what is left goes by its rule, once.
     * Seeded fault: let expire what is to return.
     */
    @Test
    void whatIsLeftGoesByTheRuleWhenTheBlockIsOver() {
        LocalDate earlier = today.minusDays(10);
        jdbc.sql("""
                insert into visits.flexible_agreement (care_package_id, from_on, mode, at_end, by_account, by_name)
                values (?, ?, 'WEEK', 'RETURNS', ?, 'Test')""")
                .params(
                        live.carePackage().id().value(),
                        earlier,
                        county.manager().userId())
                .update();
        bank.enter(county.providerA(), live.ref().value(), EntryKind.SAVED, earlier, 45, "Away at lunch");
        assertThat(settlement.settle()).isPositive();
        assertThat(bank.ofPackage(county.broker(), ref()).ledger().entries())
                .anyMatch(entry -> entry.kind() == EntryKind.RETURNED && entry.minutes() == 45);
        assertThat(settlement.settle()).isZero();
        refused(
                () -> bank.enter(county.providerA(), live.ref().value(), EntryKind.USED, earlier, 5, "Late"),
                "flexible.error.over");
    }

    /**
     * Three quarters of an hour saved on the first day of thirteen weeks, twenty minutes used on their last: 25 are left when they
     * are over and expire; the next thirteen weeks begin with none, whatever is left in the one before.
     */
    @Test
    void theLastDayOfThirteenWeeksStillCountsAndNothingGoesOverIntoTheNext() {
        live = examples.live(county, today.minusDays(100));
        LocalDate first = today.minusDays(95);
        jdbc.sql("""
                insert into visits.flexible_agreement (care_package_id, from_on, mode, at_end, by_account, by_name)
                values (?, ?, 'BANK', 'EXPIRES', ?, 'Test')""")
                .params(live.carePackage().id().value(), first, county.manager().userId())
                .update();
        bank.enter(county.providerA(), live.ref().value(), EntryKind.SAVED, first, 45, "Her daughter came");
        bank.enter(county.providerA(), live.ref().value(), EntryKind.USED, first.plusDays(90), 20, "A walk");
        refused(() -> enter(EntryKind.USED, 1), "flexible.error.saved");
        assertThat(settlement.settle()).isPositive();
        Bank.View view = bank.ofPackage(county.broker(), ref());
        assertThat(view.ledger().entries())
                .filteredOn(entry -> entry.kind() == EntryKind.EXPIRED)
                .extracting(BankTable.Entry::minutes)
                .containsExactly(25);
        assertThat(view.meter().block().from()).isEqualTo(first.plusDays(91));
        assertThat(view.meter().saved()).isZero();
        assertThat(view.meter().left()).isZero();
    }

    /**
     * A bank agreed forty days ago, a week of it, then nothing: each ends with the day before the next, by its own rule, and holds
     * up nobody else's. Seeded faults, each by itself: end a block only after its whole length; by the rule of the next; let
     * keep_bank count its whole length.
     */
    @Test
    void anotherAgreementEndsTheBlockBeforeIt() {
        live = examples.live(county, today.minusDays(50));
        LocalDate first = today.minusDays(40);
        LocalDate monday = first.plusDays(14).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        agreed("BANK", first);
        enter(EntryKind.SAVED, first, 45);
        agreed("WEEK", "RETURNS", monday.plusDays(1));
        enter(EntryKind.USED, first.plusDays(3), 5);
        enter(EntryKind.SAVED, monday.plusDays(1), 30);
        agreed("NONE", null, monday.plusDays(3));
        refused(() -> enter(EntryKind.SAVED, monday.plusDays(2), 700), "flexible.error.owed");
        assertThat(Block.of(bank.ofPackage(county.broker(), ref()).ledger().agreements(), monday.plusDays(2)))
                .isEqualTo(new Block(monday, monday.plusDays(3)));
        refused(() -> enter(EntryKind.SAVED, monday.plusDays(3), 5), "flexible.error.rigid");
        assertThat(settlement.settle()).isGreaterThanOrEqualTo(2);
        assertThat(bank.ofPackage(county.broker(), ref()).ledger().entries())
                .filteredOn(entry -> entry.kind() != EntryKind.SAVED && entry.kind() != EntryKind.USED)
                .extracting(entry -> entry.kind() + " " + entry.minutes() + " " + entry.day())
                .containsExactlyInAnyOrder("EXPIRED 40 " + monday, "RETURNED 30 " + monday.plusDays(2));
        assertThat(settlement.settle()).isZero();
    }

    /** What was entered stays in its block. Seeded faults, each by itself: let the form, let the table allow it. */
    @Test
    void nothingElseIsAgreedFromADayOfWhichSomethingWasEntered() {
        agreed("WEEK", today.minusDays(8));
        enter(EntryKind.SAVED, 30);
        refused(
                () -> bank.agree(county.socialWorker(), ref(), today, Flexibility.BANK, AtEnd.RETURNS),
                "flexible.error.entered");
        assertThat(post(
                        "/en/packages/" + ref() + "/flexible",
                        county.socialWorker(),
                        date("from", today, "mode", "BANK", "atEnd", "RETURNS")))
                .hasStatus(422)
                .bodyText()
                .contains("Minutes were saved or used up to the day before");
        bank.agree(county.socialWorker(), ref(), today.plusDays(1), Flexibility.BANK, AtEnd.RETURNS);
    }

    @Test
    void postgresKeepsTheLedger() {
        bank();
        enter(EntryKind.SAVED, 30);
        for (String edit : List.of(
                "update visits.time_entry set minutes = 60 where care_package_id = ?",
                "delete from visits.time_entry where care_package_id = ?",
                "update visits.flexible_agreement set mode = 'WEEK' where care_package_id = ?"))
            assertThatThrownBy(() -> jdbc.sql(edit)
                            .param(live.carePackage().id().value())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Thirty minutes saved, and two who use them at once. */
    @RepeatedTest(3)
    void twoUseTheSameMinutes() throws Exception {
        bank();
        enter(EntryKind.SAVED, 30);
        CyclicBarrier gate = new CyclicBarrier(2);
        Callable<Object> use = () -> {
            gate.await();
            try {
                enter(EntryKind.USED, 30);
                return "used";
            } catch (RuleBroken lost) {
                return lost.messageKey();
            }
        };
        List<Object> ends = new ArrayList<>();
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> running = List.of(both.submit(use), both.submit(use));
            for (Future<Object> one : running) ends.add(one.get());
        }
        assertThat(ends).containsExactlyInAnyOrder("used", "flexible.error.saved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "cy"})
    void asPagesShowIt(String language) {
        String page = "/" + language + "/packages/" + ref() + "/flexible";
        String own = "/" + language + "/placements/" + live.ref() + "/flexible";
        assertThat(get(page, county.commissioner())).hasStatusOk().bodyText().doesNotContain("id=\"form\"");
        assertThat(post(page, county.socialWorker(), date("from", today.minusDays(1), "mode", "BANK")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#atEnd", "href=\"#from");
        assertThat(post(page, county.socialWorker(), date("from", today, "mode", "BANK", "atEnd", "EXPIRES")))
                .hasStatus(302);
        assertThat(post(own, county.providerA(), date("day", today, "kind", "SAVED", "minutes", "0", "reason", "")))
                .hasStatus(422)
                .bodyText()
                .contains("href=\"#minutes", "href=\"#reason");
        assertThat(post(
                        own,
                        county.providerA(),
                        date("day", today, "kind", "SAVED", "minutes", "30", "reason", "Visitors")))
                .hasStatus(302);
        assertThat(post(
                        own,
                        county.providerA(),
                        date("day", today, "kind", "USED", "minutes", "31", "reason", "Visitors")))
                .hasStatus(422)
                .bodyText()
                .contains(
                        language.equals("en")
                                ? "Only 30 minutes are saved: enter no more"
                                : "Dim ond 30 munud sydd wedi’i gadw",
                        "value=\"31\"");
        assertThat(get(own, county.providerA())).hasStatusOk().bodyText().contains("Visitors");
        assertThat(get(page, county.manager())).hasStatusOk().bodyText().contains("Visitors");
        for (Actor other : List.of(county.providerB(), county.otherSocialWorker(), county.finance())) {
            assertThat(get(page, other)).hasStatus(404);
            assertThat(get(own, other)).hasStatus(404);
        }
        assertThat(get("/" + language + "/short-calls", county.broker())).hasStatusOk();
        assertThat(get("/" + language + "/short-calls.csv", county.manager())).hasStatusOk();
        assertThat(get("/" + language + "/short-calls", county.providerA())).hasStatus(404);
    }

    @Test
    void countsShortCallsAtTheEndOfEachMonth() {
        assertThat(shortCalls.months(county.broker())).hasSize(12);
        assertThat(shortCalls.months(county.broker()).getLast().on()).isEqualTo(today);
    }

    /** Seeded faults, each by itself: leave the team out of lines, months and newWorkers. */
    @Test
    void aManagerReadsOfTheShortCallsOfTheOwnTeamAlone() {
        List<Actor> readers = List.of(county.manager(), county.broker(), county.otherManager());
        List<Integer> before = readers.stream().map(this::lastMonth).toList();
        shortCall();
        shortVisit(15);
        try {
            assertThat(readers.stream().map(this::shortCallsHere)).containsExactly(true, true, false);
            assertThat(readers.stream().map(this::newWorkersHere)).containsExactly(true, true, false);
            assertThat(readers.stream().map(this::lastMonth))
                    .containsExactly(before.get(0) + 7, before.get(1) + 7, before.get(2));
        } finally {
            jdbc.sql("delete from visits.visit where provider_visit_id like 'NEW-PLC-%'")
                    .update();
        }
    }

    /** A file need not say what was planned. Seeded fault: ask for planned times alone. */
    @Test
    void aShortVisitOfANewWorkerIsFoundByItsCallWhereNothingWasPlanned() {
        shortCall();
        shortVisit(null);
        try {
            assertThat(newWorkersHere(county.broker())).isFalse();
            jdbc.sql("""
                    insert into visits.reading (day, care_package_id, provider_id, placement_id, locality, person_key, call_line_id,
                        visit_id, outcome, remarks, critical, essential, punctual, minutes_due, minutes, workers_due, workers)
                    select v.visit_date, v.care_package_id, v.provider_id, v.placement_id, v.locality, v.person_id, l.id, v.id, 'MET', '{}',
                        false, true, true, 15, 15, 1, 1
                    from visits.visit v join carepackages.call_line l on l.care_package_id = v.care_package_id and l.position = 9
                    where v.placement_id = ?""").param(live.id()).update();
            assertThat(newWorkersHere(county.broker())).isTrue();
        } finally {
            jdbc.sql("delete from visits.reading where placement_id = ?")
                    .param(live.id())
                    .update();
            jdbc.sql("delete from visits.visit where provider_visit_id like 'NEW-PLC-%'")
                    .update();
        }
    }

    private void shortCall() {
        jdbc.sql("""
                with line as (
                    insert into carepackages.call_line (id, care_package_id, position, days, band, minutes, workers,
                        time_critical, tier, worker_gender, short_reason, tasks)
                    values (gen_random_uuid(), :package, 9, '1234567', 'TEA', 15, 1, false, 'DAILY_ESSENTIAL', 'ANY', 'CHECK', 'A look')
                    returning id)
                insert into placements.placement_line (placement_id, call_line_id) select :placement, id from line""")
                .param("package", live.carePackage().id().value())
                .param("placement", live.id())
                .update();
    }

    /** @param planned how many minutes; none where nothing is said of it */
    private void shortVisit(@Nullable Integer planned) {
        // Yesterday may have been in a month of which nothing was recorded yet.
        jdbc.sql("select visits.open_month(?)")
                .param(today.minusDays(1))
                .query((row, n) -> n)
                .single();
        jdbc.sql("""
                insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality,
                    kind, visit_date, planned_start, planned_end, actual_start, actual_end, workers, status, worker_id,
                    user_minutes, recorded_by, recorded_at)
                select provider_id, 'NEW-' || ref, id, care_package_id, person_id, locality, 'AGENCY', :day,
                    case when :planned is not null then cast(:at as timestamptz) end,
                    cast(:at as timestamptz) + cast(:planned as int) * interval '1 minute', :at,
                    cast(:at as timestamptz) + interval '15 minutes', 1, 'DELIVERED', 'W-' || ref, 15, :by, clock_timestamp()
                from placements.placement where id = :id""")
                .param("day", today.minusDays(1))
                .param("planned", planned, java.sql.Types.INTEGER)
                .param("at", Timestamp.from(Zone.startOf(today.minusDays(1)).plus(Duration.ofHours(16))))
                .param("by", county.providerA().userId())
                .param("id", live.id())
                .update();
    }

    private boolean shortCallsHere(Actor reader) {
        return shortCalls.all(reader).stream()
                .anyMatch(line -> line.packageRef().equals(ref().value()));
    }

    private boolean newWorkersHere(Actor reader) {
        return shortCalls.newWorkers(reader).stream()
                .anyMatch(one -> one.packageRef().equals(ref().value()));
    }

    private int lastMonth(Actor reader) {
        return shortCalls.months(reader).getLast().all();
    }

    private void bank() {
        bank.agree(county.socialWorker(), ref(), today, Flexibility.BANK, AtEnd.EXPIRES);
    }

    private void enter(EntryKind kind, int minutes) {
        bank.enter(county.providerA(), live.ref().value(), kind, today, minutes, "Her daughter came");
    }

    private PackageRef ref() {
        return live.carePackage().ref();
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
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
