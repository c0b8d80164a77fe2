package cymru.pontio.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How care that has begun ends, and what becomes of the person and of the sight of them. */
@PontioTest
class EndingTests {
    private static final String NOTE = "Two workers have left";

    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Endings endings;

    @Autowired
    NoticeClock clock;

    @Autowired
    PlacementRecords records;

    @Autowired
    PlacementCalendar calendar;

    @Autowired
    Placements placements;

    @Autowired
    CarePackages packages;

    @Autowired
    Clock time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;

    @BeforeEach
    void today() {
        today = Zone.dayOf(time.instant());
    }

    @Test
    void aHandbackLooksForAnotherProviderWhileTheFirstStillCares() {
        PlacementExamples.Accepted live = live();
        endings.handBack(county.providerA(), live.ref(), HandbackReason.NO_WORKERS, NOTE, today.plusDays(28));
        assertThat(row(live).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);
        assertThat(facts(live).status()).isEqualTo(PackageStatus.RESOURCING);
        assertThat(facts(live).cover()).isEqualTo(Cover.LEAVING);
        assertThat(waiting(live)).isEmpty();
        assertThat(records.view(county.providerA(), live.ref()).person()).isNotNull();
        assertThat(standing(live)).isZero();
        assertThatThrownBy(() ->
                        endings.handBack(county.providerA(), live.ref(), HandbackReason.RATE, NOTE, today.plusDays(28)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, told -> assertThat(told.messageKey()).isEqualTo("placements.error.state"));
        assertThat(audited(live, "NoticeGiven")).isEqualTo(1);
    }

    /** A notice is not taken back: care is awarded anew, and there is no day between. */
    @Test
    void whoGaveNoticeMayTakeTheCareOnAgain() {
        PlacementExamples.Accepted live = live();
        endings.handBack(county.providerA(), live.ref(), HandbackReason.NO_WORKERS, NOTE, today.plusDays(28));
        PlacementExamples.Accepted again = examples.pending(county, facts(live), county.providerA());
        assertThat(row(live).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);
        assertThat(records.view(county.providerA(), live.ref()).person()).isNotNull();
        placements.visited(county.providerA(), Map.of(again.id(), time.instant()));
        assertThat(facts(live).status()).isEqualTo(PackageStatus.LIVE);
        assertThat(waiting(live)).isEmpty();
    }

    @Test
    void aHandbackKeepsTheDaysOfNotice() {
        PlacementExamples.Accepted live = live();
        assertThatThrownBy(() -> endings.handBack(
                        county.providerA(), live.ref(), HandbackReason.TOO_FAR, "", today.plusDays(27)))
                .isInstanceOfSatisfying(RuleBroken.class, told -> {
                    assertThat(told.messageKey()).isEqualTo("placements.error.whyEarlier");
                    assertThat(told.args()).containsExactly(today.plusDays(28));
                });
        endings.handBack(county.providerA(), live.ref(), HandbackReason.TOO_FAR, "", today.plusDays(28));
        assertThatThrownBy(() -> jdbc.sql("update placements.notice set ends_on = ends_on - 1 where placement_id = ?")
                        .param(live.id())
                        .update())
                .hasMessageContaining("only ever added to");
    }

    /** Seeded fault: let an earlier day count as soon as it is asked for. */
    @Test
    void anEarlierDayCountsOnceACommissionerHasSignedForIt() {
        PlacementExamples.Accepted live = live();
        refused(
                () -> endings.handBack(county.providerA(), live.ref(), HandbackReason.SAFETY, " ", today.plusDays(3)),
                "placements.error.whyEarlier");
        refused(
                () -> endings.handBack(county.providerA(), live.ref(), HandbackReason.SAFETY, NOTE, today.minusDays(1)),
                "placements.error.past");
        endings.handBack(county.providerA(), live.ref(), HandbackReason.SAFETY, NOTE, today.plusDays(3));
        assertThat(notice(live).lastDay()).isEqualTo(today.plusDays(28));
        assertThat(notice(live).askedDay()).isEqualTo(today.plusDays(3));
        assertThat(neededFrom(live)).isEqualTo(today.plusDays(29));
        assertThat(ends(county.broker(), live)).isEqualTo(today.plusDays(29));
        endings.sign(county.commissioner(), live.ref(), "The daughter stays from Friday", true);
        assertThat(row(live).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);
        assertThat(notice(live).lastDay()).isEqualTo(today.plusDays(3));
        assertThat(neededFrom(live)).isEqualTo(today.plusDays(4));
        assertThat(ends(county.providerA(), live)).isEqualTo(today.plusDays(4));
        PlacementExamples.Accepted next = examples.pending(county, facts(live), county.providerB());
        assertThat(records.row(county.broker(), next.ref()).agreedStart()).isAfterOrEqualTo(today.plusDays(4));
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update placements.notice set given_on = ?, asked_on = ? where placement_id = ?")
                    .params(today.minusDays(5), today, live.id())
                    .update();
        });
        clock.sweep();
        assertThat(row(live).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(row(live).endedOn()).isEqualTo(today);
        assertThat(waiting(live)).isPresent();
    }

    /** Seeded fault: agree to the earlier day with every signature. */
    @Test
    void whoSignsForTheEndOfTheNoticeAgreesToNoEarlierDay() {
        PlacementExamples.Accepted live = live();
        endings.handBack(county.providerA(), live.ref(), HandbackReason.SAFETY, NOTE, today);
        endings.sign(county.commissioner(), live.ref(), "The family from then on", false);
        clock.sweep();
        assertThat(row(live).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);
        assertThat(notice(live).lastDay()).isEqualTo(today.plusDays(28));
        PlacementExamples.Accepted unasked = live();
        endings.handBack(county.providerA(), unasked.ref(), HandbackReason.SAFETY, NOTE, today.plusDays(28));
        endings.sign(county.commissioner(), unasked.ref(), "The family from then on", true);
        assertThat(notice(unasked).risk())
                .satisfies(risk -> assertThat(risk.earlier()).isFalse());
    }

    /** Seeded fault: end every notice on its day. */
    @Test
    void aHandbackDoesNotEndWhileNobodyElseIsThereUnlessACommissionerSigns() {
        PlacementExamples.Accepted live = live();
        handedBack(live, 3);
        clock.sweep();
        assertThat(row(live).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);
        assertThat(records.view(county.providerA(), live.ref()).person()).isNotNull();
        for (var other : List.of(county.broker(), county.providerA(), county.manager()))
            assertThatThrownBy(() -> endings.sign(other, live.ref(), "No", false))
                    .isInstanceOf(NotFound.class);
        endings.sign(county.commissioner(), live.ref(), "A neighbour calls twice a day until Friday", false);
        assertThat(row(live).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(row(live).endedOn()).isEqualTo(today);
        assertThat(waiting(live)).contains("NO_COVER since " + today);
        assertThat(audited(live, "RiskSigned")).isEqualTo(1);
        assertThatThrownBy(() -> endings.sign(county.commissioner(), live.ref(), "Twice", false))
                .isInstanceOf(RuleBroken.class);
    }

    /** Seeded faults: leave the release open; let waiting count from the notice. */
    @Test
    void aHandbackEndsOnItsDayAndThePersonWaitsFromThen() {
        PlacementExamples.Accepted live = live();
        handedBack(live, 3);
        transaction.executeWithoutResult(
                tx -> endings.sign(county.commissioner(), live.ref(), "Family until then", false));
        PlacementView after = records.view(county.providerA(), live.ref());
        assertThat(after.person()).isNull();
        assertThat(after.order()).isNull();
        assertThatThrownBy(() -> records.order(county.providerA(), live.ref(), null))
                .isInstanceOf(NotFound.class);
        assertThat(released(live)).isZero();
        assertThat(waiting(live)).contains("NO_COVER since " + today);
        assertThat(waitingOn(live, today.minusDays(1))).isEmpty();
        assertThat(waitingOn(live, today.minusDays(5))).isEmpty();
        assertThat(placements
                        .forVisits(county.providerA())
                        .get(live.carePackage().ref().value()))
                .singleElement()
                .satisfies(one -> assertThat(one.endedOn()).isEqualTo(today));
    }

    @Test
    void bridgingTakesOverOnTheDay() {
        PlacementExamples.Accepted live = live();
        handedBack(live, 3);
        packages.coverChanged(county.inhouse(), live.carePackage().id(), Cover.BRIDGING, time.instant());
        clock.sweep();
        assertThat(row(live).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(facts(live).cover()).isEqualTo(Cover.BRIDGING);
        assertThat(waiting(live)).hasValueSatisfying(how -> assertThat(how).startsWith("BRIDGED"));
    }

    @Test
    void anotherProviderTakesOverAndNobodyWaits() {
        PlacementExamples.Accepted live = live();
        endings.handBack(county.providerA(), live.ref(), HandbackReason.CLOSING, "", today.plusDays(30));
        AwardRef award = examples.offered(county, facts(live), county.providerB());
        PlacementExamples.Accepted next = examples.accepted(award, county.providerB());
        assertThat(records.row(county.broker(), next.ref()).agreedStart()).isAfter(today.plusDays(30));
        examples.due(next.ref(), today);
        passNotice(live, 0);
        placements.visited(county.providerB(), Map.of(next.id(), time.instant()));
        assertThat(facts(live).status()).isEqualTo(PackageStatus.LIVE);
        clock.sweep();
        assertThat(row(live).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(facts(live).status()).isEqualTo(PackageStatus.LIVE);
        assertThat(waiting(live)).isEmpty();
        assertThat(records.view(county.providerA(), live.ref()).person()).isNull();
        assertThat(records.view(county.providerB(), next.ref()).person()).isNotNull();
    }

    /** Seeded fault: without the trigger waits_for_the_one_that_leaves the statement gets through. */
    @Test
    void twoProvidersNeverHaveACallOnTheSameDay() {
        PlacementExamples.Accepted live = live();
        endings.handBack(county.providerA(), live.ref(), HandbackReason.CLOSING, "", today.plusDays(30));
        PlacementExamples.Accepted other = live();
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into placements.placement_line (placement_id, call_line_id, standing)
                        select ?, call_line_id, false from placements.placement_line where placement_id = ?""").params(soon(other), live.id()).update())
                .hasMessageContaining("another provider still has the call");
    }

    @Test
    void aDeathEndsEverythingAtOnce() {
        PlacementExamples.Accepted live = live();
        handedBack(live, 0);
        assertThat(endings.end(county.broker(), live.ref(), CareEnd.DIED, "", today))
                .isTrue();
        assertThat(row(live).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(row(live).why()).isEqualTo(CareEnd.DIED);
        assertThat(facts(live).status()).isEqualTo(PackageStatus.ENDED);
        assertThat(waiting(live)).isEmpty();
        assertThat(released(live)).isZero();
        assertThatThrownBy(() -> endings.end(county.broker(), live.ref(), CareEnd.DIED, "", today))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void afterAProvidersFailureThePersonWaitsAgain() {
        PlacementExamples.Accepted live = live();
        endings.end(county.commissioner(), live.ref(), CareEnd.PROVIDER_FAILURE, "", today);
        assertThat(facts(live).status()).isEqualTo(PackageStatus.RESOURCING);
        assertThat(facts(live).cover()).isEqualTo(Cover.NONE);
        assertThat(waiting(live)).contains("NO_COVER since " + today);
        assertThat(facts(live).status().waiting()).isTrue();
    }

    @Test
    void nobodyElseEndsIt() {
        PlacementExamples.Accepted live = live();
        assertThatThrownBy(() ->
                        endings.handBack(county.providerB(), live.ref(), HandbackReason.RATE, "", today.plusDays(40)))
                .isInstanceOf(NotFound.class);
        for (var other : List.of(county.providerA(), county.manager(), county.socialWorker(), county.inhouse()))
            assertThatThrownBy(() -> endings.end(other, live.ref(), CareEnd.DIED, "", today))
                    .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        endings.handBack(county.broker(), live.ref(), HandbackReason.RATE, "", today.plusDays(40)))
                .isInstanceOf(NotFound.class);
    }

    /** The page asks before the step does. Seeded fault: leave mustBeRunning out of bounds. */
    @Test
    void nobodyIsAskedWhenWhatDoesNotRunShallEnd() {
        PlacementExamples.Accepted pending = examples.pending(county);
        refused(() -> endings.bounds(county.broker(), pending.ref()), "placements.error.state");
        refused(
                () -> endings.end(county.broker(), pending.ref(), CareEnd.NOT_NEEDED, NOTE, today.plusDays(1)),
                "placements.error.state");
        PlacementExamples.Accepted leaving = live();
        handedBack(leaving, 1);
        refused(() -> endings.bounds(county.providerA(), leaving.ref()), "placements.error.state");
        assertThat(endings.bounds(county.broker(), leaving.ref()).today()).isEqualTo(today);
    }

    /** Seeded fault: end it on the day that was typed, whatever was delivered. */
    @Test
    void doesNotEndBeforeTheLastVisit() {
        PlacementExamples.Accepted later = live();
        delivered(later, today.minusDays(3));
        assertThatThrownBy(() -> endings.end(county.broker(), later.ref(), CareEnd.MOVED, "", today.minusDays(4)))
                .isInstanceOfSatisfying(
                        RuleBroken.class, told -> assertThat(told.args()).containsExactly(today.minusDays(3)));
        assertThat(endings.end(county.broker(), later.ref(), CareEnd.MOVED, "", today.minusDays(3)))
                .isTrue();
        PlacementExamples.Accepted live = live();
        assertThatThrownBy(() ->
                        endings.end(county.broker(), live.ref(), CareEnd.PROVIDER_FAILURE, "", today.minusDays(9)))
                .isInstanceOfSatisfying(RuleBroken.class, told -> {
                    assertThat(told.messageKey()).isEqualTo("placements.error.visitedLater");
                    assertThat(told.args()).containsExactly(today.minusDays(8));
                });
        assertThatThrownBy(() ->
                        jdbc.sql("""
                        update placements.placement set status = 'ENDED', end_reason = 'DIED', ended_on = ? where id = ?""").params(today.minusDays(8), live.id()).update())
                .hasMessageContaining("check");
    }

    @Test
    void aPackageThatIsWithdrawnTakesTheSightOfThePersonAway() {
        PlacementExamples.Accepted pending = examples.pending(county);
        examples.withdraw(county.socialWorker(), pending.carePackage().ref());
        assertThat(row(pending).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(row(pending).why()).isEqualTo(CareEnd.DIED);
        assertThat(records.view(county.providerA(), pending.ref()).person()).isNull();
        assertThat(standing(pending)).isZero();
    }

    /** Whichever comes first, the placement ends once, and the other is told how it stands. */
    @RepeatedTest(3)
    void aHandbackAndTheEndAtOnce() throws Exception {
        PlacementExamples.Accepted live = live();
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Object>> both = List.of(
                () -> {
                    endings.handBack(county.providerA(), live.ref(), HandbackReason.RATE, "", today.plusDays(30));
                    return "handed back";
                },
                () -> endings.end(county.broker(), live.ref(), CareEnd.DIED, "", today));
        List<Object> ends = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> running = both.stream()
                    .map(verb -> threads.submit(() -> {
                        start.await();
                        try {
                            return verb.call();
                        } catch (RuleBroken told) {
                            return told.messageKey();
                        }
                    }))
                    .toList();
            for (Future<Object> one : running) ends.add(one.get());
        }
        assertThat(ends.get(0)).isIn("handed back", "placements.error.state");
        assertThat(ends.get(1)).isEqualTo(true);
        assertThat(facts(live).status()).isEqualTo(PackageStatus.ENDED);
        assertThat(released(live)).isZero();
    }

    /** Seeded faults, each by itself: let the council end by handback; before the last visit; by a death to come; sign what nobody gave notice of. */
    @Test
    void theCouncilEndsItOnADayThatMayBeAndSignsOnlyANotice() {
        PlacementExamples.Accepted live = live();
        assertThatThrownBy(() -> endings.end(county.broker(), live.ref(), CareEnd.HANDBACK, NOTE, today.plusDays(28)))
                .isInstanceOf(NotFound.class);
        refused(
                () -> endings.end(county.broker(), live.ref(), CareEnd.DIED, NOTE, today.plusDays(1)),
                "placements.error.future");
        refused(
                () -> endings.end(county.broker(), live.ref(), CareEnd.TRANSFER, NOTE, today.plusDays(1)),
                "placements.error.tooSoon");
        refused(
                () -> endings.sign(county.commissioner(), live.ref(), "Too soon", false),
                "placements.error.nothingToSign");
    }

    private Notice notice(PlacementExamples.Accepted live) {
        return records.view(county.broker(), live.ref()).notice();
    }

    private LocalDate neededFrom(PlacementExamples.Accepted live) {
        return jdbc.sql("select needed_from from placements.report_needed_from where care_package_id = ?")
                .param(live.carePackage().id().value())
                .query(LocalDate.class)
                .single();
    }

    /** As the calendar has it. */
    private LocalDate ends(Actor reader, PlacementExamples.Accepted live) {
        return calendar.of(reader).stream()
                .filter(entry -> entry.id().equals("placements.end." + live.ref()))
                .findFirst()
                .orElseThrow()
                .day();
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }

    /** Care by provider A that began eight days ago. */
    private PlacementExamples.Accepted live() {
        PlacementExamples.Accepted pending = examples.pending(county);
        for (String event : List.of("carepackages.status_event", "carepackages.cover_event"))
            jdbc.sql("update " + event
                            + " set effective_at = effective_at - interval '30 days' where care_package_id = ?")
                    .param(pending.carePackage().id().value())
                    .update();
        jdbc.sql("update placements.placement set accepted_at = accepted_at - interval '20 days' where id = ?")
                .param(pending.id())
                .update();
        Instant first = Zone.startOf(today.minusDays(8)).plus(Duration.ofHours(9));
        placements.visited(county.providerA(), Map.of(pending.id(), first));
        return pending;
    }

    /** Written past the door; other tests do not expect them. */
    @AfterEach
    void takeVisitsAway() {
        jdbc.sql("delete from visits.visit where provider_visit_id like 'PLC-%'")
                .update();
    }

    /** Half an hour, as the provider told. */
    private void delivered(PlacementExamples.Accepted live, LocalDate day) {
        jdbc.sql("select visits.open_month(?)").param(day).query((row, n) -> n).single();
        jdbc.sql("""
                insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality,
                    kind, visit_date, actual_start, actual_end, workers, status, user_minutes, recorded_by, recorded_at)
                select provider_id, ref, id, care_package_id, person_id, locality, 'AGENCY', :day, :at,
                    cast(:at as timestamptz) + interval '30 minutes', 1, 'DELIVERED', 30, :by, clock_timestamp()
                from placements.placement where id = :id""")
                .param("day", day)
                .param("at", Timestamp.from(Zone.startOf(day).plus(Duration.ofHours(9))))
                .param("by", county.providerA().userId())
                .param("id", live.id())
                .update();
    }

    /** Notice given so that it is over today. */
    private void handedBack(PlacementExamples.Accepted live, int daysAgo) {
        endings.handBack(county.providerA(), live.ref(), HandbackReason.NO_WORKERS, NOTE, today.plusDays(28));
        passNotice(live, daysAgo);
    }

    /** Lets the days of notice pass by moving it, and what it did to the package, into the past. */
    private void passNotice(PlacementExamples.Accepted live, int daysAgo) {
        Timestamp then = Timestamp.from(time.instant().minus(Duration.ofDays(daysAgo)));
        transaction.executeWithoutResult(tx -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update placements.notice set days = 0, given_on = ?, ends_on = ? where placement_id = ?")
                    .params(today.minusDays(Math.max(1, daysAgo)), today, live.id())
                    .update();
            for (String event : List.of(
                    "carepackages.status_event set effective_at = :then where status = 'RESOURCING'",
                    "carepackages.cover_event set effective_at = :then where cover = 'LEAVING'"))
                jdbc.sql("update " + event + " and care_package_id = :id")
                        .param("then", then)
                        .param("id", live.carePackage().id().value())
                        .update();
        });
    }

    private java.util.UUID soon(PlacementExamples.Accepted other) {
        examples.due(other.ref(), today);
        return other.id();
    }

    private PlacementView.Row row(PlacementExamples.Accepted one) {
        return records.row(county.broker(), one.ref());
    }

    private PackageFacts facts(PlacementExamples.Accepted one) {
        return packages.facts(one.carePackage().id());
    }

    private Optional<String> waiting(PlacementExamples.Accepted one) {
        return waitingOn(one, today);
    }

    private Optional<String> waitingOn(PlacementExamples.Accepted one, LocalDate day) {
        Instant night = Zone.startOf(day.plusDays(1)).minusMillis(1);
        return jdbc.sql("""
                select status || ' since ' || waiting_since from carepackages.report_waiting(:at, :known)
                where care_package_id = :id""")
                .param("at", Timestamp.from(night))
                .param("known", Timestamp.from(Instant.now().plusSeconds(60)))
                .param("id", one.carePackage().id().value())
                .query(String.class)
                .optional();
    }

    private int standing(PlacementExamples.Accepted one) {
        return count("select count(*) from placements.placement_line where placement_id = ? and standing", one.id());
    }

    private int released(PlacementExamples.Accepted one) {
        return count(
                "select count(*) from placements.identity_release where placement_id = ? and ended_at is null",
                one.id());
    }

    private int audited(PlacementExamples.Accepted one, String action) {
        return count(
                "select count(*) from audit.entry where action = '" + action + "' and subject = ?",
                one.ref().value());
    }

    private int count(String sql, Object key) {
        return Objects.requireNonNull(
                jdbc.sql(sql).param(key).query(Integer.class).single());
    }
}
