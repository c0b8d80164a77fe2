package cymru.pontio.visits.calls;

import static cymru.pontio.support.County.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import cymru.pontio.visits.ImportRef;
import cymru.pontio.visits.VisitExamples;
import cymru.pontio.visits.VisitImports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PontioTest
class CallDayTests {
    private static final LocalDate DAY = Zone.dayOf(Instant.now()).minusDays(6);

    @Autowired
    CallDays days;

    @Autowired
    Exceptions exceptions;

    @Autowired
    ContractTolerances tolerances;

    @Autowired
    VisitExamples examples;

    @Autowired
    Absences absences;

    @Autowired
    ExceptionTiles tiles;

    @Autowired
    VisitImports imports;

    @Autowired
    County county;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private PackageFacts facts;
    private UUID morning;

    /** A package with a time-critical call of 45 minutes in the morning, lunch on weekdays and two workers at bedtime. */
    @BeforeEach
    void place() {
        facts = examples.placed(county, county.providerA());
        jdbc.sql("update placements.placement set agreed_start = ? where care_package_id = ?")
                .params(DAY.minusDays(20), facts.id().value())
                .update();
        morning = jdbc.sql("select id from carepackages.call_line where care_package_id = ? and band = 'MORNING'")
                .param(facts.id().value())
                .query(UUID.class)
                .single();
    }

    @Test
    void aVisitInTimeLeavesNothingToLookAt() {
        tell("V1", "08:02", "08:47", DAY);
        assertThat(outcome()).isEqualTo("MET");
        assertThat(kinds()).isEmpty();
    }

    /** Seeded fault: take the end of such a window for one of the same day. */
    @Test
    void aWindowOverMidnightEndsOnTheNextDay() {
        UUID night = examples.night(facts.ref(), "22:00", "02:00", false);
        tell("N1", "23:40", "00:10", DAY);
        assertThat(outcome(night, DAY)).isEqualTo("MET");
    }

    /** At half past ten it is bedtime still. Seeded fault: begin the night at ten. */
    @Test
    void aNightWithoutAWindowBeginsAtElevenLikeTheNightElsewhere() {
        UUID night = examples.night(facts.ref(), null, null, false);
        tell("N5", "22:30", "23:00", DAY);
        assertThat(outcome(night, DAY)).isEqualTo("MET");
        assertThat(exceptionsOf(night.toString())).contains("OUT_OF_BAND " + DAY);
        tell("N5", "23:30", "00:00", DAY);
        assertThat(exceptionsOf(night.toString())).doesNotContain("OUT_OF_BAND " + DAY);
    }

    /** A wrong status in a provider's file makes thousands of them. Seeded fault: one for each. */
    @Test
    void popBacksThatOverlapAreOneThingToLookAtOnTheirDay() {
        tell(
                popBack("P1", "10:00", "10:40", DAY),
                popBack("P2", "10:10", "10:50", DAY),
                popBack("P3", "10:20", "11:00", DAY),
                popBack("P4", "10:00", "10:40", DAY.plusDays(1)),
                popBack("P5", "10:20", "11:00", DAY.plusDays(1)));
        assertThat(jdbc.sql("""
                        select day from visits.exception
                        where care_package_id = ? and kind = 'OVERLAP' and state = 'OPEN' order by day""")
                        .param(facts.id().value())
                        .query(LocalDate.class)
                        .list())
                .containsExactly(DAY, DAY.plusDays(1));
        assertThat(jdbc.sql("""
                        select count(*) from visits.reading
                        where care_package_id = ? and outcome = 'POP_BACK' and 'OVERLAP' = any (remarks)""").param(facts.id().value()).query(Integer.class).single())
                .isEqualTo(5);
    }

    /** Otherwise no day is read any more, of any provider. Seeded fault: the same row twice in one statement. */
    @Test
    void aVisitNumberedLikeACallStopsNobody() {
        tell("V9", "08:02", "08:47", DAY);
        tell(morning + "," + facts.ref() + "," + DAY + ",,,08:10,08:50,1,UNPLANNED,W,");
        assertThat(outcome()).isEqualTo("MET");
        assertThat(kinds()).containsExactly("OVERLAP");
    }

    private String popBack(String number, String start, String end, LocalDate day) {
        return number + "-" + facts.ref() + "," + facts.ref() + "," + day + ",,," + start + "," + end
                + ",1,UNPLANNED,W,";
    }

    /** Seeded faults: read a visit always under its own date; do not read the day before again. */
    @Test
    void aVisitAfterMidnightAnswersTheCallOfTheEveningBefore() {
        UUID night = examples.night(facts.ref(), "23:00", "01:00", true);
        tell("N2", "00:30", "01:00", DAY.plusDays(1));
        assertThat(outcome(night, DAY)).isEqualTo("MET");
        assertThat(exceptionsOf("N2-" + facts.ref())).isEmpty();
        // Told later that somebody came in the evening as well: then the other was one too many, on its own day.
        tell("N3", "23:10", "23:40", DAY);
        assertThat(outcome(night, DAY)).isEqualTo("MET");
        assertThat(exceptionsOf("N2-" + facts.ref())).containsExactly("EXTRA " + DAY.plusDays(1));
    }

    /** Seeded fault: give the night whatever is within its reach. */
    @Test
    void anEarlyVisitOfTheMorningIsNotTakenForTheNight() {
        UUID night = examples.night(facts.ref(), "23:00", "06:00", false);
        tell("N4", "06:40", "07:25", DAY.plusDays(1));
        assertThat(outcome(morning, DAY.plusDays(1))).isEqualTo("MET");
        assertThat(outcome(night, DAY)).isEqualTo("NOT_REPORTED");
    }

    /** Seeded fault: close the window on the day on which it opens. */
    @Test
    void whoWentToHospitalBeforeTheNightWasOverMissedNothing() {
        UUID night = examples.night(facts.ref(), "23:00", "01:00", false);
        absences.tell(
                county.broker(),
                facts.ref(),
                AwayKind.HOSPITAL,
                Zone.startOf(DAY.plusDays(1)).plusSeconds(900),
                Zone.startOf(DAY.plusDays(3)));
        days.readAll();
        assertThat(outcome(night, DAY)).isEqualTo("NOT_DUE");
        assertThat(jdbc.sql("select day from placements.report_suspended_call(?, ?) where call_line_id = ? order by 1")
                        .params(DAY.minusDays(1), DAY.plusDays(5), night)
                        .query(LocalDate.class)
                        .list())
                .containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2));
    }

    @Test
    void aMissedCallIsFoundWithoutBeingReported() {
        days.overnight();
        jdbc.sql("insert into visits.day_to_read (care_package_id, provider_id, day) values (?, ?, ?)")
                .params(facts.id().value(), county.providerA().organisation(), DAY)
                .update();
        days.readAll();
        assertThat(outcome()).isEqualTo("NOT_REPORTED");
        assertThat(kinds()).containsExactly("NOT_REPORTED");
        assertThat(jdbc.sql("select count(*) from visits.reading where care_package_id = ? and day = ?")
                        .params(facts.id().value(), Zone.dayOf(Instant.now()).minusDays(3))
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    /** The stay is told two days later than the silence was found. Seeded fault: do not read the days again. */
    @Test
    void whoWasInHospitalMissedNothingAlsoWhenThatIsToldLater() {
        jdbc.sql("insert into visits.day_to_read (care_package_id, provider_id, day) values (?, ?, ?)")
                .params(facts.id().value(), county.providerA().organisation(), DAY)
                .update();
        days.readAll();
        assertThat(kinds()).containsExactly("NOT_REPORTED");
        absences.tell(
                county.broker(), facts.ref(), AwayKind.HOSPITAL, Zone.startOf(DAY), Zone.startOf(DAY.plusDays(1)));
        days.readAll();
        assertThat(outcome()).isEqualTo("NOT_DUE");
        assertThat(kinds()).isEmpty();
        assertThat(jdbc.sql("select outcome from visits.reading where call_line_id = ? and day = ?")
                        .params(morning, DAY.plusDays(1))
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_REPORTED");
    }

    /** Seeded fault: leave promises out of what is read again. */
    @Test
    void whoCameHomeSoonerThanPromisedIsOwedTheCallsSince() {
        absences.tell(county.broker(), facts.ref(), AwayKind.HOSPITAL, Zone.startOf(DAY.minusDays(1)), null);
        days.readAll();
        assertThat(outcome()).isEqualTo("NOT_DUE");
        UUID stay = absences.of(facts.id()).getFirst().id();
        absences.promise(county.broker(), facts.ref(), stay, Zone.startOf(DAY));
        days.readAll();
        assertThat(outcome()).isEqualTo("NOT_REPORTED");
    }

    /** Seeded fault: count for the provider what it has answered. */
    @Test
    void aMissedEssentialStandsOnTheHomePagesOfThoseWhoMustActUntilTheyHave() {
        List<Actor> actors = List.of(
                county.broker(),
                county.socialWorker(),
                county.manager(),
                county.providerA(),
                county.otherSocialWorker());
        List<Long> before = actors.stream().map(this::missed).toList();
        jdbc.sql("insert into visits.day_to_read (care_package_id, provider_id, day) values (?, ?, ?)")
                .params(facts.id().value(), county.providerA().organisation(), DAY)
                .update();
        days.readAll();
        int calls = jdbc.sql("select count(*) from visits.exception where care_package_id = ? and essential")
                .param(facts.id().value())
                .query(Integer.class)
                .single();
        assertThat(calls).isBetween(2, 3);
        assertMore(actors, before, calls, calls, calls, calls, 0);
        assertThat(mvc.get().uri("/en/home").with(as(county.socialWorker())))
                .bodyText()
                .contains("pontio-tile--warm", "Essential calls missed");
        UUID id = jdbc.sql("select id from visits.exception where care_package_id = ? and subject = ?")
                .params(facts.id().value(), morning.toString())
                .query(UUID.class)
                .single();
        assertThat(mvc.get().uri("/cy/calls/exceptions/" + id).with(as(county.socialWorker())))
                .hasStatusOk()
                .bodyText()
                .contains(facts.ref().value())
                .doesNotContain("<textarea");
        exceptions.query(county.broker(), id, 0, "What happened?");
        assertMore(actors, before, calls, calls, calls, calls, 0);
        exceptions.answer(county.providerA(), id, 1, "The worker fell ill.");
        assertMore(actors, before, calls, calls, calls, calls - 1, 0);
        exceptions.settle(county.broker(), id, 2, "");
        assertMore(actors, before, calls - 1, calls - 1, calls - 1, calls - 1, 0);
        jdbc.sql("update visits.exception set essential = false where care_package_id = ?")
                .param(facts.id().value())
                .update();
        assertMore(actors, before, 0, 0, 0, 0, 0);
    }

    private void assertMore(List<Actor> actors, List<Long> before, int... more) {
        for (int i = 0; i < more.length; i++)
            assertThat(missed(actors.get(i)) - before.get(i))
                    .as(actors.get(i).name())
                    .isEqualTo(more[i]);
    }

    private long missed(Actor actor) {
        return tiles.of(actor).stream()
                .filter(tile -> tile.urgent())
                .mapToLong(tile -> tile.number())
                .sum();
    }

    @Test
    void aCorrectionTakesTheExceptionAway() {
        tell("V2", "08:02", "08:12", DAY);
        assertThat(kinds()).containsExactly("SHORT");
        tell("V2", "08:02", "08:47", DAY);
        assertThat(outcome()).isEqualTo("MET");
        assertThat(jdbc.sql("select state from visits.exception where subject = ?")
                        .param(morning.toString())
                        .query(String.class)
                        .list())
                .containsExactly("GONE");
    }

    @Test
    void theCouncilAsksTheProviderAnswersAndTheCouncilSettles() {
        UUID id = shortVisit("V3");
        exceptions.query(county.broker(), id, 0, "Why so short?");
        assertThatThrownBy(() -> exceptions.query(county.commissioner(), id, 0, "And why?"))
                .isInstanceOfSatisfying(
                        RuleBroken.class, rule -> assertThat(rule.messageKey()).isEqualTo("calls.error.changed"));
        assertThatThrownBy(() -> exceptions.answer(county.providerB(), id, 1, "Not ours"))
                .isInstanceOf(NotFound.class);
        exceptions.answer(county.providerA(), id, 1, "Her daughter was there.");
        exceptions.settle(county.broker(), id, 2, "");
        assertThat(exceptions.view(county.broker(), id).steps())
                .extracting(ExceptionView.Step::step)
                .containsExactly("QUERIED", "ANSWERED", "SETTLED");
        assertThatThrownBy(() -> exceptions.settle(county.broker(), id, 3, "")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> jdbc.sql("update visits.exception_step set text = 'x' where exception_id = ?")
                        .param(id)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void anotherProvidersExceptionIsNotThere() {
        UUID id = shortVisit("V4");
        assertThatThrownBy(() -> exceptions.view(county.providerB(), id)).isInstanceOf(NotFound.class);
        assertThat(exceptions.list(county.providerB(), ExceptionFilter.of("council", null, null, "council")))
                .noneMatch(row -> row.id().equals(id));
        assertThat(mvc.get().uri("/en/calls/exceptions/" + id).with(as(county.providerB())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/en/calls/exceptions/" + id).with(as(county.otherSocialWorker())))
                .hasStatus(404);
        assertThat(mvc.get().uri("/en/calls/exceptions/" + id).with(as(county.auditor())))
                .hasStatus(404);
    }

    /** Who pays asks and accepts as a broker does. */
    @Test
    void financeAsksAndSettles() {
        UUID id = shortVisit("V7");
        assertThat(mvc.get().uri("/en/calls/exceptions/" + id).with(as(county.finance())))
                .hasStatusOk();
        exceptions.query(county.finance(), id, 0, "What is to be paid?");
        exceptions.settle(county.finance(), id, 1, "The minutes of the log");
        assertThat(exceptions.view(county.broker(), id).steps())
                .extracting(ExceptionView.Step::step)
                .containsExactly("QUERIED", "SETTLED");
    }

    /** Two share the package. Seeded fault: leave the provider out of ExceptionTable.day. */
    @Test
    void theDayAtADoorIsToldAsTheOneProvidersAlone() {
        UUID id = shortVisit("V6");
        List<ExceptionView.Line> own = exceptions.view(county.providerA(), id).day();
        jdbc.sql("""
                insert into visits.reading (day, care_package_id, provider_id, locality, person_key, call_line_id, outcome, remarks,
                    critical, essential, minutes_due, minutes, workers_due, workers)
                select day, care_package_id, ?, locality, person_key, call_line_id, 'NOT_REPORTED', '{}', critical, essential,
                    minutes_due, 0, workers_due, 0
                from visits.reading where care_package_id = ? and day = ? and call_line_id is not null""")
                .params(county.providerB().organisation(), facts.id().value(), DAY)
                .update();
        assertThat(exceptions.view(county.providerA(), id).day()).isNotEmpty().isEqualTo(own);
        jdbc.sql("delete from visits.reading where care_package_id = ? and provider_id = ?")
                .params(facts.id().value(), county.providerB().organisation())
                .update();
    }

    @Test
    void thePagesShowTheDayAndGoOnToTheNext() {
        UUID id = shortVisit("V5");
        assertThat(mvc.get().uri("/en/calls/exceptions?kind=SHORT").with(as(county.broker())))
                .hasStatusOk()
                .bodyText()
                .contains(">Short: " + facts.ref() + " at 07:00<");
        assertThat(mvc.get().uri("/cy/calls/exceptions/" + id).with(as(county.providerA())))
                .hasStatusOk()
                .bodyText()
                .contains("08:02–08:12", "Byr");
        assertThat(mvc.get().uri("/en/calls/exceptions.csv?kind=SHORT").with(as(county.broker())))
                .hasStatusOk()
                .bodyText()
                .contains(facts.ref().value());
        assertThat(post(county.broker(), id, "query", "", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Write your question<");
        assertThat(post(county.broker(), id, "", "", "0"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose what next")
                .doesNotContain("Write your question<", "Write your answer<");
        assertThat(post(county.broker(), id, "answer", "I am the provider", "0"))
                .hasStatus(422);
        assertThat(post(county.broker(), id, "query", "Why?", "0")).hasStatus3xxRedirection();
        assertThat(post(county.broker(), id, "settle", "", "0")).hasStatus(409);
    }

    /** Seeded faults, each by itself: go on through all kinds; go round to the one that was just saved. */
    @Test
    void goesOnToTheNextOfTheKindThatIsLookedAt() {
        UUID id = shortVisit("V7");
        tell("V8", "08:02", "08:12", DAY.minusDays(1));
        ExceptionFilter lookedAt = ExceptionFilter.of("council", "SHORT", null, "council");
        exceptions.query(county.broker(), id, 0, "Why?");
        assertThat(exceptions.next(county.broker(), id, lookedAt))
                .hasValueSatisfying(next -> assertThat(next.kind()).isEqualTo("SHORT"))
                .hasValueSatisfying(next -> assertThat(next.id()).isNotEqualTo(id));
        ExceptionFilter asked = ExceptionFilter.of("provider", "SHORT", null, "council");
        Stream.generate(() -> exceptions.next(county.broker(), id, asked))
                .limit(100)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow)
                .forEach(other -> exceptions.settle(county.broker(), other.id(), other.version(), ""));
        assertThat(exceptions.next(county.broker(), id, asked)).isEmpty();
        assertThat(mvc.get().uri("/en/calls/exceptions?tab=provider&kind=SHORT").with(as(county.broker())))
                .bodyText()
                .contains(id + "?tab=provider&amp;kind=SHORT");
        assertThat(mvc.post()
                        .uri("/en/calls/exceptions/" + id + "?tab=provider&kind=SHORT")
                        .param("step", "settle")
                        .param("version", "1")
                        .with(as(county.broker()))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasRedirectedUrl("/en/calls/exceptions?tab=provider&kind=SHORT&done=calls.savedLast");
    }

    @Test
    void tolerancesCountFromTheirDayAndNeverBefore() {
        assertThatThrownBy(() -> tolerances.set(
                        county.commissioner(), null, LocalDate.of(2020, 1, 1), new Tolerances(5, 90, 5, 60, 1)))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> tolerances.set(county.broker(), null, DAY, Tolerances.USUAL))
                .isInstanceOf(NotFound.class);
        LocalDate far = LocalDate.of(2090, 1, 1);
        tolerances.set(county.commissioner(), county.providerC().organisation(), far, new Tolerances(15, 90, 5, 60, 1));
        assertThat(critical(far)).isEqualTo(15);
        assertThat(critical(far.minusDays(1))).isEqualTo(30);
        assertThat(mvc.get().uri("/en/calls/tolerances").with(as(county.commissioner())))
                .hasStatusOk();
        assertThat(mvc.post()
                        .uri("/en/calls/tolerances")
                        .param("critical", "200")
                        .with(as(county.commissioner()))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .hasStatus(422);
    }

    private int critical(LocalDate day) {
        return jdbc.sql("select (visits.tolerance_on(?, ?)).critical_minutes")
                .params(county.providerC().organisation(), day)
                .query(Integer.class)
                .single();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(
            Actor actor, UUID id, String step, String text, String version) {
        return mvc.post()
                .uri("/en/calls/exceptions/" + id)
                .param("step", step)
                .param("text", text)
                .param("version", version)
                .with(as(actor))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }

    private UUID shortVisit(String number) {
        tell(number, "08:02", "08:12", DAY);
        return jdbc.sql("select id from visits.exception where care_package_id = ? and kind = 'SHORT'")
                .param(facts.id().value())
                .query(UUID.class)
                .single();
    }

    private void tell(String number, String start, String end, LocalDate day) {
        tell(number + "-" + facts.ref() + "," + facts.ref() + "," + day + ",08:00,08:45," + start + "," + end
                + ",1,DELIVERED,W" + facts.ref() + ",");
    }

    private void tell(String... rows) {
        ImportRef ref = imports.upload(county.providerA(), VisitExamples.file(rows), 1);
        imports.confirm(county.providerA(), ref);
        VisitExamples.settled(() -> imports.view(county.providerA(), ref));
        days.readAll();
    }

    private String outcome() {
        return outcome(morning, DAY);
    }

    private String outcome(UUID line, LocalDate day) {
        return jdbc.sql("select outcome from visits.reading where call_line_id = ? and day = ?")
                .params(line, day)
                .query(String.class)
                .single();
    }

    private List<String> exceptionsOf(String subject) {
        return jdbc.sql("select kind || ' ' || day from visits.exception where subject = ? and state = 'OPEN'")
                .param(subject)
                .query(String.class)
                .list();
    }

    private List<String> kinds() {
        return jdbc.sql("select kind from visits.exception where subject = ? and day = ? and state = 'OPEN'")
                .params(morning.toString(), DAY)
                .query(String.class)
                .list();
    }
}
