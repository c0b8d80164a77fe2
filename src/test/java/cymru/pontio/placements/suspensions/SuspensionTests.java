package cymru.pontio.placements.suspensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.Deaths;
import cymru.pontio.carepackages.PackageFacts;
import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.absences.Absence;
import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.PlacementRecords;
import cymru.pontio.placements.PlacementStatus;
import cymru.pontio.placements.Placements;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Hospital and death: one action, and nothing is due from that moment. */
@PontioTest
class SuspensionTests {
    @Autowired
    TransactionTemplate transaction;

    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    Absences absences;

    @Autowired
    Suspensions suspensions;

    @Autowired
    RetainerRules rules;

    @Autowired
    Deaths deaths;

    @Autowired
    CarePackages packages;

    @Autowired
    Placements placements;

    @Autowired
    PlacementRecords records;

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

    /** Into hospital at noon: the morning call was due, bedtime and all of the following days are not. */
    @Test
    void suspendsEverythingFromAMomentAndPaysByTheContractsRule() {
        LocalDate day = today.minusDays(10);
        absences.tell(county.socialWorker(), live.carePackage().ref(), AwayKind.HOSPITAL, noon(day), null);
        assertThat(due(day, false)).containsExactly("MORNING");
        assertThat(due(day, true)).contains("BED");
        assertThat(due(day.plusDays(3), false)).isEmpty();
        assertThat(due(day.minusDays(1), true)).isEmpty();
        assertThat(facts().status()).isEqualTo(PackageStatus.LIVE);
        assertThat(waiting()).isZero();
        assertThat(audited("CareSuspended", live.ref().value())).isEqualTo(1);

        Suspensions.Row row =
                suspensions.of(county.providerA(), live.ref()).rows().getFirst();
        int first = minutesOf(day) - 45;
        int paid = first;
        int all = first;
        for (int after = 1; after <= 10; after++) {
            all += minutesOf(day.plusDays(after));
            if (after < 7) paid += minutesOf(day.plusDays(after));
        }
        assertThat(row.retainer().carerMinutes()).isEqualTo(all);
        assertThat(row.retainer().paidCarerMinutes()).isEqualTo(paid);
        assertThat(row.retainer().pounds().pounds())
                .isEqualByComparingTo(new BigDecimal(paid)
                        .multiply(new BigDecimal("24.00"))
                        .divide(new BigDecimal(60), 2, java.math.RoundingMode.HALF_UP));
    }

    @Test
    void theReturnIsPromisedMovedAndComesByItself() {
        absences.tell(county.broker(), live.carePackage().ref(), AwayKind.HOSPITAL, noon(today.minusDays(2)), null);
        Absence away = away();
        Instant promised = noon(today.plusDays(2));
        absences.promise(county.socialWorker(), live.carePackage().ref(), away.id(), promised);
        assertThat(due(today.plusDays(1), false)).isEmpty();
        assertThat(due(today.plusDays(2), false)).contains("BED").doesNotContain("MORNING");
        assertThat(due(today.plusDays(3), true)).isEmpty();
        assertThat(audited("CareResumes", live.ref().value())).isEqualTo(1);
        absences.promise(county.socialWorker(), live.carePackage().ref(), away.id(), null);
        assertThat(due(today.plusDays(3), false)).isEmpty();
        absences.promise(
                county.socialWorker(),
                live.carePackage().ref(),
                away.id(),
                clock.instant().minusSeconds(60));
        assertThat(audited("PersonBack", live.carePackage().ref().value())).isEqualTo(1);
        refused(
                () -> absences.promise(county.broker(), live.carePackage().ref(), away.id(), promised),
                "absences.error.back");
        assertThatThrownBy(() -> jdbc.sql("update carepackages.absence set back_at = ? where id = ?")
                        .params(Timestamp.from(promised), away.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Seeded fault: let reports that nobody confirmed suspend. */
    @Test
    void aProvidersReportSuspendsNothingUntilTheCouncilHasConfirmedIt() {
        suspensions.report(county.providerA(), live.ref(), AwayKind.HOSPITAL, noon(today.minusDays(1)));
        assertThat(due(today.minusDays(1), true)).isEmpty();
        assertThatThrownBy(() ->
                        suspensions.report(county.providerB(), live.ref(), AwayKind.HOSPITAL, noon(today.minusDays(1))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> absences.confirm(
                        county.otherSocialWorker(), live.carePackage().ref(), away().id()))
                .isInstanceOf(NotFound.class);
        absences.confirm(county.socialWorker(), live.carePackage().ref(), away().id());
        assertThat(due(today.minusDays(1), true)).contains("BED");
        refused(
                () -> absences.dismiss(county.broker(), live.carePackage().ref(), away().id()),
                "absences.error.answered");
    }

    @Test
    void whoeverWaitsIsInHospitalOnceAndOnly() {
        PackageFacts waiting = examples.approved(county);
        absences.tell(county.socialWorker(), waiting.ref(), AwayKind.HOSPITAL, clock.instant(), null);
        assertThat(packages.facts(waiting.id()).cover()).isEqualTo(Cover.HOSPITAL);
        assertThat(list(waiting)).containsExactly("IN_HOSPITAL");
        Absence away = absences.of(waiting.id()).getFirst();
        absences.promise(county.socialWorker(), waiting.ref(), away.id(), clock.instant());
        assertThat(list(waiting)).containsExactly("NO_COVER");
    }

    @Test
    void aVisitAfterThatMomentIsShownToBeLookedAt() {
        absences.tell(county.broker(), live.carePackage().ref(), AwayKind.HOSPITAL, noon(today.minusDays(3)), null);
        delivered(today.minusDays(3), 9);
        delivered(today.minusDays(3), 15);
        List<SuspensionTable.Flagged> flagged =
                suspensions.of(county.broker(), live.ref()).flagged();
        assertThat(flagged).singleElement().satisfies(visit -> {
            assertThat(visit.start()).isEqualTo(noon(today.minusDays(3)).plus(Duration.ofHours(3)));
            assertThat(visit.why()).isEqualTo("HOSPITAL");
        });
        assertThat(suspensions.flagged(county.finance()))
                .anyMatch(visit ->
                        visit.packageRef().equals(live.carePackage().ref().value()));
    }

    @RepeatedTest(3)
    void twoTellItAtOnce() throws Exception {
        Instant away = noon(today.minusDays(2));
        Callable<Object> tell = () -> {
            absences.tell(county.broker(), live.carePackage().ref(), AwayKind.HOSPITAL, away, null);
            return "told";
        };
        List<Object> ends = race(tell, tell);
        assertThat(ends).filteredOn("told"::equals).hasSize(1);
        assertThat(ends)
                .filteredOn(RuleBroken.class::isInstance)
                .singleElement()
                .satisfies(lost -> assertThat(((RuleBroken) lost).messageKey()).isEqualTo("absences.error.twice"));
        assertThat(absences.of(live.carePackage().id())).hasSize(1);
    }

    @Test
    void aRuleBeginsOnADayToCome() {
        refused(
                () -> rules.set(county.commissioner(), AwayKind.AWAY, today, 3, new BigDecimal("50")),
                "suspensions.error.ruleToday");
        assertThatThrownBy(
                        () -> rules.set(county.finance(), AwayKind.AWAY, today.plusDays(400), 3, new BigDecimal("50")))
                .isInstanceOf(NotFound.class);
        // Seeded fault: keep silent about the second. The table goes on as it was.
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            rules.set(county.commissioner(), AwayKind.AWAY, today.plusDays(400), 3, new BigDecimal("50"));
            refused(
                    () -> rules.set(county.commissioner(), AwayKind.AWAY, today.plusDays(400), 9, new BigDecimal("10")),
                    "suspensions.error.ruleTwice");
        });
        assertThatThrownBy(() -> jdbc.sql("update placements.retainer_rule set percent = 1 where kind = 'RESPITE'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Of a death at noon the first day without care is tomorrow, which says nothing about the call of this evening. */
    @Test
    void deathTellsTheProviderNotToVisitAgain() {
        deaths.died(county.socialWorker(), live.carePackage().ref(), noon(today.minusDays(1)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(jdbc.sql(
                                        "select account_id from notifications.inbox i join notifications.news n on n.id = i.news_id"
                                                + " where n.message_key = 'placements.news.over' and n.ref = ?")
                                .param(live.ref().value())
                                .query(UUID.class)
                                .list())
                        .contains(county.providerA().userId())
                        .doesNotContain(county.broker().userId()));
    }

    /** Told a day late, with a visit recorded since: everything closes from the moment, and the visit is shown. */
    @Test
    void deathClosesEverythingFromThatMoment() {
        delivered(today, 9);
        Instant moment = noon(today.minusDays(1));
        deaths.died(county.socialWorker(), live.carePackage().ref(), moment);
        assertThat(facts().status()).isEqualTo(PackageStatus.ENDED);
        assertThat(records.row(county.broker(), live.ref()).status()).isEqualTo(PlacementStatus.ENDED);
        assertThat(records.row(county.broker(), live.ref()).endedOn()).isEqualTo(today);
        assertThat(due(today.minusDays(1), false)).containsExactly("MORNING");
        assertThat(due(today, false)).isEmpty();
        assertThatThrownBy(() -> suspensions.of(county.providerA(), live.ref())).isInstanceOf(NotFound.class);
        assertThat(suspensions.flagged(county.finance()))
                .filteredOn(visit ->
                        visit.packageRef().equals(live.carePackage().ref().value()))
                .singleElement()
                .satisfies(visit -> assertThat(visit.why()).isEqualTo("DIED"));
        assertThat(jdbc.sql(
                                "select effective_at from carepackages.status_event where care_package_id = ? and status = 'ENDED'")
                        .param(live.carePackage().id().value())
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(moment);
        refused(() -> deaths.died(county.broker(), live.carePackage().ref(), moment), "carepackages.error.over");
    }

    /** Home at noon and away again at one, before the time of lunch is over. Seeded fault: pay for each call not due on the days of a stay, whichever suspended it. */
    @Test
    void aCallThatWasNotDueIsPaidForOnce() {
        LocalDate day = today.minusDays(3);
        absences.tell(county.broker(), live.carePackage().ref(), AwayKind.HOSPITAL, noon(day.minusDays(2)), noon(day));
        absences.tell(
                county.broker(),
                live.carePackage().ref(),
                AwayKind.HOSPITAL,
                noon(day).plus(Duration.ofHours(1)),
                null);
        List<Suspensions.Row> rows = suspensions.of(county.broker(), live.ref()).rows();
        assertThat(rows.getLast().retainer().carerMinutes())
                .isEqualTo(minutesOf(day.minusDays(2)) - 45 + minutesOf(day.minusDays(1)) + minutesOf(day) - 120);
        assertThat(rows.stream().mapToInt(row -> row.retainer().carerMinutes()).sum())
                .isEqualTo(jdbc.sql(
                                "select sum(minutes * workers)::int from placements.report_calls_on(?, ?) where placement_id = ? and suspended")
                        .params(day.minusDays(2), today, live.id())
                        .query(Integer.class)
                        .single());
    }

    /** Seeded faults: pay for the calls after the death too; let somebody promise a return. */
    @Test
    void afterADeathInHospitalNothingIsPaidAndNobodyComesBack() {
        PackageRef ref = live.carePackage().ref();
        LocalDate day = today.minusDays(3);
        absences.tell(county.broker(), ref, AwayKind.HOSPITAL, noon(day), null);
        Absence stay = away();
        deaths.died(county.socialWorker(), ref, noon(day.plusDays(2)));
        assertThat(suspensions.all(county.finance()))
                .filteredOn(row -> row.suspension().ref().equals(live.ref()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.suspension().over()).isTrue();
                    assertThat(row.retainer().carerMinutes())
                            .isEqualTo(minutesOf(day) - 45 + minutesOf(day.plusDays(1)) + 45);
                });
        refused(
                () -> absences.promise(county.socialWorker(), ref, stay.id(), noon(today.plusDays(1))),
                "absences.error.over");
    }

    /** The second time nobody knows any more. Seeded fault: tell of every promise that care goes on. */
    @Test
    void theProviderHearsThatADischargeIsCalledOff() {
        PackageRef ref = live.carePackage().ref();
        absences.tell(county.broker(), ref, AwayKind.HOSPITAL, noon(today.minusDays(2)), null);
        absences.promise(county.broker(), ref, away().id(), noon(today.plusDays(2)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told()).contains("suspensions.news.resumes"));
        absences.promise(county.broker(), ref, away().id(), null);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told()).contains("suspensions.news.unknown"));
    }

    @Test
    void deathTakesBackWhatIsBeingSought() {
        PlacementExamples.Round round = examples.open(county);
        deaths.died(county.broker(), round.carePackage().ref(), clock.instant());
        assertThat(packages.facts(round.carePackage().id()).status()).isEqualTo(PackageStatus.WITHDRAWN);
        assertThat(jdbc.sql("select status from adverts.advert where ref = ?")
                        .param(round.advert().ref().value())
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED");
        for (Actor other : List.of(county.otherSocialWorker(), county.providerA(), county.finance()))
            assertThatThrownBy(() -> deaths.died(other, live.carePackage().ref(), clock.instant()))
                    .isInstanceOf(NotFound.class);
        refused(
                () -> deaths.died(
                        county.broker(),
                        live.carePackage().ref(),
                        clock.instant().plusSeconds(600)),
                "carepackages.error.notYet");
    }

    /**
     * However the end of a placement is written, nobody is left alone without a word.
     * Seeded fault: let no_silent_gap pass everything.
     */
    @Test
    void postgresLeavesNobodyAloneSilently() {
        assertThatThrownBy(() -> jdbc.sql(
                                "update placements.placement set status = 'ENDED', ended_on = ?, end_reason = 'HANDBACK' where id = ?")
                        .params(today, live.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("nobody would care");
    }

    /** Told when the provider has left: the wait ended sooner, and nobody is live again. */
    @Test
    void anEarlierFirstVisitToldLaterMovesTheStartOfAPackageThatEnded() {
        deaths.died(county.socialWorker(), live.carePackage().ref(), noon(today.minusDays(1)));
        Instant earlier = noon(today.minusDays(14));
        placements.visited(county.providerA(), Map.of(live.id(), earlier));
        assertThat(facts().status()).isEqualTo(PackageStatus.ENDED);
        assertThat(jdbc.sql(
                                "select min(effective_at) from carepackages.status_event where care_package_id = ? and status = 'LIVE'")
                        .param(live.carePackage().id().value())
                        .query(Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(earlier);
    }

    /** Written past the door that keeps the sums of delivered care; other tests add those up. */
    @AfterEach
    void takeVisitsAway() {
        jdbc.sql("delete from visits.visit where provider_visit_id like 'PLC-%'")
                .update();
    }

    /** Seeded faults, each by itself: let an absence end before it began, when told and when promised; let one lie any time back. */
    @Test
    void anAbsenceEndsAfterItBeganAndIsToldInTime() {
        PackageRef ref = live.carePackage().ref();
        Instant now = clock.instant();
        refused(() -> absences.tell(county.broker(), ref, AwayKind.AWAY, now, now), "absences.error.backBefore");
        refused(
                () -> absences.tell(county.broker(), ref, AwayKind.AWAY, now.minus(Duration.ofDays(91)), null),
                "absences.error.longAgo");
        refused(
                () -> absences.tell(county.broker(), ref, AwayKind.HOSPITAL, now.plusSeconds(60), null),
                "absences.error.notYet");
        absences.tell(county.broker(), ref, AwayKind.AWAY, now.minusSeconds(60), null);
        refused(
                () -> absences.promise(county.broker(), ref, away().id(), now.minusSeconds(90)),
                "absences.error.backBefore");
    }

    /** Seeded faults, each by itself: write an absence down whatever became of the package; take a death of any time. */
    @Test
    void nothingIsToldOfAPackageThatIsOverAndNoDeathFromLongAgo() {
        PackageRef ref = live.carePackage().ref();
        refused(
                () -> deaths.died(county.broker(), ref, clock.instant().minus(Duration.ofDays(400))),
                "carepackages.error.longAgo");
        deaths.died(county.broker(), ref, clock.instant().minusSeconds(60));
        refused(() -> absences.tell(county.broker(), ref, AwayKind.AWAY, clock.instant(), null), "absences.error.over");
    }

    private void delivered(LocalDate day, int hour) {
        jdbc.sql("select visits.open_month(?)").param(day).query((row, n) -> n).single();
        jdbc.sql("""
                insert into visits.visit (provider_id, provider_visit_id, placement_id, care_package_id, person_id, locality,
                    kind, visit_date, actual_start, actual_end, workers, status, user_minutes, recorded_by, recorded_at)
                select provider_id, ref || '-' || :hour, id, care_package_id, person_id, locality, 'AGENCY', :day, :at,
                    cast(:at as timestamptz) + interval '30 minutes', 1, 'DELIVERED', 30, :by, clock_timestamp()
                from placements.placement where id = :id""")
                .param("day", day)
                .param("hour", hour)
                .param("at", Timestamp.from(Zone.startOf(day).plus(Duration.ofHours(hour))))
                .param("by", county.providerA().userId())
                .param("id", live.id())
                .update();
    }

    private static List<Object> race(Callable<Object> one, Callable<Object> other) throws Exception {
        CyclicBarrier gate = new CyclicBarrier(2);
        List<Object> ends = new ArrayList<>();
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> running = List.of(one, other).stream()
                    .map(step -> both.submit(() -> {
                        gate.await();
                        try {
                            return step.call();
                        } catch (RuleBroken lost) {
                            return lost;
                        }
                    }))
                    .toList();
            for (Future<Object> each : running) ends.add(each.get());
        }
        return ends;
    }

    /** What the provider found in its inbox about the placement. */
    private List<String> told() {
        return jdbc.sql("select n.message_key from notifications.inbox i join notifications.news n on n.id = i.news_id"
                        + " where n.ref = ? and i.account_id = ?")
                .params(live.ref().value(), county.providerA().userId())
                .query(String.class)
                .list();
    }

    private Absence away() {
        return absences.of(live.carePackage().id()).getFirst();
    }

    private PackageFacts facts() {
        return packages.facts(live.carePackage().id());
    }

    /** Carer minutes of a whole day of the example's week. */
    private static int minutesOf(LocalDate day) {
        return 45 + (day.getDayOfWeek().getValue() < 6 ? 30 : 0) + 120;
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(Zone.LONDON).toInstant();
    }

    private List<String> due(LocalDate day, boolean suspended) {
        return jdbc.sql(
                        "select band from placements.report_calls_on(?, ?) where placement_id = ? and suspended = ? order by call_line_id")
                .params(day, day, live.id(), suspended)
                .query(String.class)
                .list();
    }

    private int waiting() {
        return list(live.carePackage()).size();
    }

    private List<String> list(PackageFacts of) {
        return jdbc.sql(
                        "select status from carepackages.report_waiting(clock_timestamp(), clock_timestamp()) where care_package_id = ?")
                .param(of.id().value())
                .query(String.class)
                .list();
    }

    private int audited(String action, String subject) {
        return jdbc.sql("select count(*) from audit.entry where action = ? and subject = ?")
                .params(action, subject)
                .query(Integer.class)
                .single();
    }

    private static void refused(Runnable step, String key) {
        assertThatThrownBy(step::run)
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        broken -> assertThat(broken.messageKey()).isEqualTo(key));
    }
}
