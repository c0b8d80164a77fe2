package cymru.pontio.carepackages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A week that changes from a day on, and stays what it was on every day before. */
@PontioTest
class CallPlanTests {
    @Autowired
    County county;

    @Autowired
    PackageExamples examples;

    @Autowired
    CarePackages packages;

    @Autowired
    CallPlans plans;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;
    private Actor by;
    private PackageFacts live;

    @BeforeEach
    void givenCare() {
        today = Zone.dayOf(clock.instant());
        by = county.manager();
        PackageFacts approved = examples.approved(county, "newtown");
        packages.sourcing(county.broker(), approved.id());
        packages.awarded(county.broker(), approved.id());
        packages.careStarted(county.broker(), approved.id(), clock.instant(), true);
        live = packages.facts(approved.id());
    }

    @Test
    void aChangeToComeLeavesTodayAsItIs() {
        longerLunch(today.plusDays(7), null);
        assertThat(packages.facts(live.id()).lines()).isEqualTo(live.lines());
        assertThat(minutes(today)).isEqualTo(14 * 60 + 45);
        assertThat(minutes(today.plusDays(6))).isEqualTo(14 * 60 + 45);
        assertThat(minutes(today.plusDays(7))).isEqualTo(14 * 60 + 45 + 5 * 15);
    }

    @Test
    void aChangeFromTodayIsTodaysWeekAndThePastStays() {
        longerLunch(today, null);
        PackageFacts now = packages.facts(live.id());
        assertThat(now.lines()).hasSize(3).extracting(CallLineView::minutes).containsExactly(45, 45, 60);
        assertThat(now.lines()).extracting(CallLineView::position).containsExactly(1, 2, 3);
        assertThat(now.hours().user().minutes()).isEqualTo(16 * 60);
        assertThat(minutes(today.minusDays(1))).isEqualTo(14 * 60 + 45);
    }

    @Test
    void aChangeForATimeBringsTheOldWeekBack() {
        longerLunch(today.plusDays(1), today.plusDays(8));
        assertThat(minutes(today)).isEqualTo(885);
        assertThat(minutes(today.plusDays(1))).isEqualTo(960);
        assertThat(minutes(today.plusDays(7))).isEqualTo(960);
        assertThat(minutes(today.plusDays(8))).isEqualTo(885);
        assertThatThrownBy(() -> longerLunch(today.plusDays(2), null))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("carepackages.error.changedLater"));
    }

    @Test
    void whatHasNotBegunCanBeTakenBack() {
        String cause = longerLunch(today.plusDays(3), today.plusDays(10));
        transaction.executeWithoutResult(status -> plans.undo(by, live.id(), cause));
        for (int day = 0; day < 12; day++)
            assertThat(minutes(today.plusDays(day))).isEqualTo(885);
        longerLunch(today.plusDays(3), null);
        assertThat(minutes(today.plusDays(3))).isEqualTo(960);
    }

    /** Seeded fault: let an end count though its change was taken back, and the first of two can never be. */
    @Test
    void changesThatFollowEachOtherAreTakenBackTheLatestFirst() {
        String first = longerLunch(today.plusDays(3), null);
        String second = replanLunch(60, today.plusDays(5), null);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> plans.undo(by, live.id(), first)))
                .isInstanceOf(RuleBroken.class);
        transaction.executeWithoutResult(status -> plans.undo(by, live.id(), second));
        assertThat(minutes(today.plusDays(5))).isEqualTo(960);
        transaction.executeWithoutResult(status -> plans.undo(by, live.id(), first));
        assertThat(minutes(today.plusDays(5))).isEqualTo(885);
        assertThat(plans.since(live.id(), today)).hasSize(3);
    }

    @Test
    void whatHasBegunCannot() {
        String cause = longerLunch(today, null);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> plans.undo(by, live.id(), cause)))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("carepackages.error.begun"));
    }

    /** What was known at a moment does not change with what is told later about the past. */
    @Test
    void aChangeToldLaterIsNotInWhatWasKnown() {
        Timestamp before =
                jdbc.sql("select clock_timestamp()").query(Timestamp.class).single();
        longerLunch(today.minusDays(7), null);
        assertThat(minutes(today.minusDays(7))).isEqualTo(960);
        assertThat(known(before, today.minusDays(7))).isEqualTo(885);
        Timestamp after =
                jdbc.sql("select clock_timestamp()").query(Timestamp.class).single();
        assertThat(known(after, today.minusDays(7))).isEqualTo(960);
    }

    @Test
    void aWeekWithoutCallsIsRefused() {
        Set<UUID> all = new HashSet<>();
        live.lines().forEach(line -> all.add(line.id()));
        assertThatThrownBy(() -> replan(new Replan(cause(), today.plusDays(1), null, all, List.of())))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("carepackages.error.noCalls"));
    }

    @Test
    void onlyAWeekThatIsLivedBy() {
        PackageFacts waiting = examples.approved(county, "newtown");
        live = waiting;
        assertThatThrownBy(() -> longerLunch(today.plusDays(1), null))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo("carepackages.error.state"));
    }

    @Test
    void postgresKeepsEveryCallAsItWas() {
        UUID line = live.lines().getFirst().id();
        for (String edit : List.of(
                "update carepackages.call_line set minutes = 60 where id = ?",
                "update carepackages.call_line set window_from = null, window_to = null where id = ?",
                "delete from carepackages.call_line where id = ?"))
            assertThatThrownBy(() -> jdbc.sql(edit).param(line).update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        longerLunch(today.plusDays(1), null);
        assertThatThrownBy(() -> jdbc.sql(
                                "update carepackages.call_line set until_on = null where care_package_id = ? and until_on is not null")
                        .param(live.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @RepeatedTest(3)
    void twoChangesAtOnce() throws Exception {
        List<Object> ends = new ArrayList<>();
        CyclicBarrier gate = new CyclicBarrier(2);
        Callable<Object> change = () -> {
            gate.await();
            try {
                return longerLunch(today.plusDays(2), null);
            } catch (RuleBroken lost) {
                return lost;
            }
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> running = List.of(both.submit(change), both.submit(change));
            for (Future<Object> one : running) ends.add(one.get());
        }
        assertThat(ends).filteredOn(String.class::isInstance).hasSize(1);
        assertThat(ends).filteredOn(RuleBroken.class::isInstance).hasSize(1);
        assertThat(minutes(today.plusDays(2))).isEqualTo(960);
    }

    /** A quarter of an hour more at lunch on each weekday. */
    private String longerLunch(LocalDate from, @Nullable LocalDate until) {
        return replanLunch(45, from, until);
    }

    private String replanLunch(int minutes, LocalDate from, @Nullable LocalDate until) {
        DatedCall lunch = plans.since(live.id(), from).stream()
                .filter(call -> call.call().position() == 2 && call.on(from))
                .findFirst()
                .orElseThrow();
        CallTerms was = CallTerms.of(lunch.call());
        CallTerms longer = new CallTerms(
                was.days(),
                was.band(),
                was.from(),
                was.until(),
                minutes,
                was.workers(),
                was.timeCriticalReason(),
                was.tier(),
                was.shortReason(),
                was.workerGender(),
                was.tasks());
        UUID line = lunch.call().id();
        String cause = cause();
        replan(new Replan(cause, from, until, Set.of(line), List.of(new Replan.NewCall(line, longer))));
        return cause;
    }

    private void replan(Replan wanted) {
        transaction.executeWithoutResult(status -> plans.replan(by, live.id(), wanted));
    }

    private static String cause() {
        return "TEST-" + Ids.next();
    }

    private int minutes(LocalDate day) {
        return jdbc.sql("select user_minutes from carepackages.minutes_on(?, ?)")
                .params(live.id().value(), day)
                .query(Integer.class)
                .single();
    }

    private int known(Timestamp known, LocalDate day) {
        return jdbc.sql("""
                select sum(minutes * length(days)) from carepackages.report_call_line_known(:known)
                where care_package_id = :package and coalesce(from_on, '-infinity') <= :day and coalesce(until_on, 'infinity') > :day""")
                .param("known", known)
                .param("package", live.id().value())
                .param("day", day)
                .query(Integer.class)
                .single();
    }
}
