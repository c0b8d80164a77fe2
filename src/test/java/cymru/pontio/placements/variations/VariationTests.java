package cymru.pontio.placements.variations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.carepackages.CarePackages;
import cymru.pontio.carepackages.PackageStatus;
import cymru.pontio.carepackages.absences.Absences;
import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.HandbackReason;
import cymru.pontio.placements.PlacementExamples;
import cymru.pontio.placements.PlacementRecords;
import cymru.pontio.placements.PlacementStatus;
import cymru.pontio.placements.ServiceOrder;
import cymru.pontio.placements.ServiceOrders;
import cymru.pontio.providers.capacity.CapacityExamples;
import cymru.pontio.providers.capacity.Confirmation;
import cymru.pontio.providers.capacity.NotConfirmed;
import cymru.pontio.providers.capacity.Question;
import cymru.pontio.providers.embargo.EmbargoExamples;
import cymru.pontio.support.County;
import cymru.pontio.support.PontioTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change is asked for by one person, agreed by others, and counts from a day on. */
@PontioTest
class VariationTests {
    @Autowired
    County county;

    @Autowired
    PlacementExamples examples;

    @Autowired
    EmbargoExamples embargoes;

    @Autowired
    Variations variations;

    @Autowired
    Answers answers;

    @Autowired
    Turnaround turnaround;

    @Autowired
    VariationRecords records;

    @Autowired
    PlacementRecords placements;

    @Autowired
    Endings endings;

    @Autowired
    CarePackages packages;

    @Autowired
    Absences absences;

    @Autowired
    CapacityExamples capacity;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private LocalDate today;
    private PlacementExamples.Accepted live;

    @BeforeEach
    void givenCare() {
        today = Zone.dayOf(clock.instant());
        live = examples.live(county, today.minusDays(10));
    }

    /** Every half hour of lunch becomes a whole one: 2.5 hours a week more, which is the manager's to approve. */
    @Test
    void anIncreaseIsApprovedByTheManagerAndAcceptedByTheProvider() {
        VariationRef ref = lunch(county.socialWorker(), 60, today.plusDays(3), null);
        assertThat(status(ref)).isEqualTo(VariationStatus.REQUESTED);
        refused(() -> answers.approve(county.broker(), ref), "variations.Obstacle.NEEDS_MANAGER");
        answers.approve(county.manager(), ref);
        assertThat(status(ref)).isEqualTo(VariationStatus.WITH_PROVIDER);
        assertThat(minutes(today.plusDays(3))).isEqualTo(885);
        accept(ref);
        assertThat(status(ref)).isEqualTo(VariationStatus.AGREED);
        assertThat(minutes(today.plusDays(2))).isEqualTo(885);
        assertThat(minutes(today.plusDays(3))).isEqualTo(885 + 150);
        assertThat(packages.facts(live.carePackage().id()).lines())
                .isEqualTo(live.carePackage().lines());
    }

    /** Seeded fault: count the week of the award. */
    @Test
    void whatAProviderGivesTodayIsCountedByTheCallsOfToday() {
        int before = running();
        VariationRef later = lunch(county.socialWorker(), 60, today.plusDays(3), null);
        answers.approve(county.manager(), later);
        accept(later);
        assertThat(running()).as("not before its day").isEqualTo(before);
        answers.object(county.broker(), later, Objection.UNDOING, "Not needed after all");
        VariationRef now = lunch(county.socialWorker(), 60, today, null);
        answers.approve(county.manager(), now);
        accept(now);
        assertThat(running()).isEqualTo(before + 150);
    }

    private int running() {
        return jdbc.sql(
                        "select user_minutes_week from placements.report_running where provider_id = ? and locality = 'newtown'")
                .param(county.providerA().organisation())
                .query(Integer.class)
                .single();
    }

    /** Lunch is half an hour longer on five days: 150 minutes a week. Seeded fault: take nothing. */
    @Test
    void anIncreaseTakesSpareHoursAndNeverMoreThanDeclaredWithoutSayingSo() {
        declared(210);
        VariationRef ref = lunch(county.socialWorker(), 60, today.plusDays(3), null);
        answers.approve(county.manager(), ref);
        Question enough = question(ref);
        assertThat(enough.because()).isEqualTo(Question.Because.ENOUGH);
        assertThat(enough.needed()).isEqualTo(150);
        answers.accept(county.providerA(), ref, Confirmation.NONE);
        assertThat(left()).isEqualTo(60);
        answers.object(county.broker(), ref, Objection.UNDOING, "Not needed after all");
        assertThat(left()).isEqualTo(210);

        declared(105);
        VariationRef more = lunch(county.socialWorker(), 60, today.plusDays(3), null);
        answers.approve(county.manager(), more);
        assertThatThrownBy(() -> answers.accept(county.providerA(), more, Confirmation.NONE))
                .isInstanceOf(NotConfirmed.class);
        assertThat(status(more)).isEqualTo(VariationStatus.WITH_PROVIDER);
        assertThat(left()).isEqualTo(105);
        accept(more);
        assertThat(left()).isEqualTo(-45);
        assertThat(jdbc.sql("select confirmed from providers.capacity_taken where award_ref = ?")
                        .param(more.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void whatTheProviderAskedForTakesItsHoursTooAndALessNone() {
        declared(210);
        VariationRef ref = lunch(county.providerA(), 42, today.plusDays(1), null);
        answers.approve(county.broker(), ref);
        assertThat(left()).isEqualTo(150);
        VariationRef less = stop(county.socialWorker(), 3, today.plusDays(2));
        answers.approve(county.broker(), less);
        assertThat(left()).isEqualTo(150);
    }

    /** Seeded faults, each by itself: take any day; any call; no change at all; an end that has come; a day in two years. */
    @Test
    void onlyCareThatIsGivenChangesAndOnlyForDaysThatMay() {
        refused(() -> lunch(county.socialWorker(), 60, today.minusDays(40), null), "variations.error.beforeCare");
        LocalDate soon = today.plusDays(3);
        ChangedCall nobodys = new ChangedCall(UUID.randomUUID(), null);
        refused(() -> ask(new Wanted(soon, null, "x", List.of(nobodys), null)), "variations.error.notInWeek");
        refused(() -> ask(new Wanted(soon, null, "x", List.of(), null)), "variations.error.nothing");
        refused(() -> ask(new Wanted(today, null, "x", List.of(), CareEnd.TRANSFER)), "variations.error.endInPast");
        LocalDate late = today.plusYears(1).plusDays(1);
        refused(() -> lunch(county.socialWorker(), 60, late, null), "variations.error.late");
        Wanted far = new Wanted(late.plusDays(1), null, "x", List.of(), CareEnd.MOVED);
        refused(() -> ask(far), "variations.error.late");
        Wanted hasty = new Wanted(today.plusDays(28), null, "x", List.of(), CareEnd.TRANSFER);
        refused(() -> ask(hasty), "placements.error.tooSoon");
    }

    private VariationRef ask(Wanted wanted) {
        return variations.request(county.socialWorker(), live.ref(), wanted);
    }

    /** Seeded fault: take any limit for enough. */
    @Test
    void aManagerApprovesNoIncreaseAboveTheirLimit() {
        VariationRef ref = lunch(county.socialWorker(), 60, today.plusDays(3), null);
        Actor manager = county.manager();
        Actor small = new Actor(
                manager.userId(),
                manager.name(),
                manager.organisation(),
                manager.organisationName(),
                manager.team(),
                manager.roles(),
                Money.of("100"));
        refused(() -> answers.approve(small, ref), "variations.Obstacle.OVER_LIMIT");
    }

    /** Seeded fault: look for an embargo only when it is agreed. */
    @Test
    void nothingMoreIsApprovedForAProviderWhoseIncreasesAreStopped() {
        live = liveOf(county.providerA());
        VariationRef ref = lunch(county.socialWorker(), 60, today.plusDays(3), null);
        embargoes.imposeOnIncreases(county, county.providerA());
        try {
            refused(() -> answers.approve(county.manager(), ref), "variations.Obstacle.EMBARGO");
        } finally {
            embargoes.free(county, county.providerA());
        }
    }

    /** Seeded fault: let financed() not ask who approved. */
    @Test
    void nobodyBothApprovesAPastDayAndPaysIt() {
        VariationRef ref = lunch(county.providerA(), 42, today.minusDays(7), null);
        answers.approve(county.broker(), ref);
        Actor broker = county.broker();
        Actor both = new Actor(
                broker.userId(),
                broker.name(),
                broker.organisation(),
                broker.organisationName(),
                null,
                Set.of(Role.BROKER, Role.FINANCE),
                null);
        refused(() -> answers.finance(both, ref), "variations.error.secondPerson");
    }

    private void declared(int lunchMinutes) {
        UUID declaration = UUID.randomUUID();
        UUID provider = county.providerA().organisation();
        jdbc.sql("""
                insert into providers.capacity_declaration (id, provider_id, declared_at, declared_by, declared_by_name, valid_until, repeated)
                values (:id, :provider, now(), :by, 'A', :until, false)""")
                .param("id", declaration)
                .param("provider", provider)
                .param("by", county.providerA().userId())
                .param("until", today.plusDays(14))
                .update();
        jdbc.sql("""
                insert into providers.capacity_hours (declaration_id, locality, part_of_day, workers, declared_minutes, left_minutes)
                values (?, 'newtown', 'LUNCH', 1, ?, ?)""").params(declaration, lunchMinutes, lunchMinutes).update();
        jdbc.sql("""
                insert into providers.capacity (provider_id, declaration_id, changes) values (:provider, :declaration, 1)
                on conflict (provider_id) do update set declaration_id = :declaration, changes = providers.capacity.changes + 1""")
                .param("provider", provider)
                .param("declaration", declaration)
                .update();
    }

    private int left() {
        return jdbc.sql("""
                select h.left_minutes from providers.capacity c join providers.capacity_hours h on h.declaration_id = c.declaration_id
                where c.provider_id = ? and h.part_of_day = 'LUNCH' and h.workers = 1 and h.locality = 'newtown'""")
                .param(county.providerA().organisation())
                .query(Integer.class)
                .single();
    }

    private Question question(VariationRef ref) {
        return Objects.requireNonNull(answers.question(
                county.providerA(), records.view(county.providerA(), ref).variation()));
    }

    /** The provider says yes, and where it is asked that it knows. */
    private void accept(VariationRef ref) {
        Question asked = answers.question(
                county.providerA(), records.view(county.providerA(), ref).variation());
        answers.accept(
                county.providerA(), ref, asked == null ? Confirmation.NONE : new Confirmation(true, asked.seen()));
    }

    @AfterEach
    void asTheCountyWas() {
        capacity.plenty(county.providerA());
    }

    /** Seeded fault: leave out the obstacle OWN_REQUEST. */
    @Test
    void nobodyApprovesWhatTheyAskedFor() {
        VariationRef ref = lunch(county.manager(), 60, today.plusDays(3), null);
        refused(() -> answers.approve(county.manager(), ref), "variations.Obstacle.OWN_REQUEST");
        assertThatThrownBy(() -> jdbc.sql(
                                "update placements.variation set approved_by = requested_by, status = 'WITH_PROVIDER' where ref = ?")
                        .param(ref.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aManagerWithoutALimitApprovesNoIncrease() {
        VariationRef ref = lunch(county.socialWorker(), 60, today.plusDays(3), null);
        refused(() -> answers.approve(county.managerWithoutLimit(), ref), "variations.Obstacle.NO_LIMIT");
        assertThatThrownBy(() -> answers.approve(county.otherManager(), ref)).isInstanceOf(NotFound.class);
    }

    /** Seeded fault: forget that it is for a time. */
    @Test
    void aChangeUntilADayIsCalledTemporary() {
        VariationRef until = lunch(county.socialWorker(), 60, today.plusDays(3), today.plusDays(10));
        assertThat(kinds(until)).containsExactlyInAnyOrder(Kind.INCREASE, Kind.TEMPORARY);
        answers.object(county.socialWorker(), until, Objection.CANCELLATION, "For good after all");
        assertThat(kinds(lunch(county.socialWorker(), 60, today.plusDays(3), null)))
                .containsExactly(Kind.INCREASE);
    }

    private Set<Kind> kinds(VariationRef ref) {
        return records.view(county.broker(), ref).variation().kinds();
    }

    @Test
    void aDecreaseNeedsNoYesOfTheProvider() {
        VariationRef ref = lunch(county.socialWorker(), 30, "135", today.plusDays(1), null);
        answers.approve(county.broker(), ref);
        assertThat(status(ref)).isEqualTo(VariationStatus.WITH_PROVIDER);
        accept(ref);
        VariationRef less = stop(county.socialWorker(), 3, today.plusDays(2));
        answers.approve(county.broker(), less);
        assertThat(status(less)).isEqualTo(VariationStatus.AGREED);
        assertThat(minutes(today.plusDays(1))).isEqualTo(885 - 60);
        assertThat(minutes(today.plusDays(2))).isEqualTo(885 - 60 - 420);
    }

    /** Seeded fault: leave the team out of Turnaround.months. */
    @Test
    void aManagerReadsHowLongChangesOfTheOwnTeamTook() {
        List<Actor> readers = List.of(county.manager(), county.broker(), county.finance(), county.otherManager());
        List<Integer> before = readers.stream().map(this::changes).toList();
        answers.approve(county.broker(), stop(county.socialWorker(), 3, today.plusDays(2)));
        assertThat(readers.stream().map(this::changes))
                .containsExactly(before.get(0) + 1, before.get(1) + 1, before.get(2) + 1, before.get(3));
    }

    private int changes(Actor reader) {
        return turnaround.months(reader).stream()
                .mapToInt(Turnaround.Month::number)
                .sum();
    }

    @Test
    void whatTheProviderAskedForItNeedNotAccept() {
        VariationRef ref = lunch(county.providerA(), 42, today.plusDays(1), null);
        answers.approve(county.broker(), ref);
        assertThat(status(ref)).isEqualTo(VariationStatus.AGREED);
    }

    @Test
    void aPastDayNeedsFinanceAndShowsWhatItCosts() {
        VariationRef ref = lunch(county.providerA(), 42, today.minusDays(7), null);
        VariationRecords.View shown = records.view(county.broker(), ref);
        assertThat(shown.past()).isNotNull();
        assertThat(shown.past().days()).isEqualTo(7);
        assertThat(shown.past().carerMinutes()).isEqualTo(60);
        assertThat(shown.past().pounds().toString()).isEqualTo("24.00");
        assertThatThrownBy(() -> records.view(county.finance(), ref)).isInstanceOf(NotFound.class);
        answers.approve(county.broker(), ref);
        assertThat(status(ref)).isEqualTo(VariationStatus.WITH_FINANCE);
        assertThat(minutes(today.minusDays(7))).isEqualTo(885);
        answers.finance(county.finance(), ref);
        assertThat(status(ref)).isEqualTo(VariationStatus.AGREED);
        assertThat(minutes(today.minusDays(8))).isEqualTo(885);
        assertThat(minutes(today.minusDays(7))).isEqualTo(945);
    }

    /** All but the last two days before today in hospital. Seeded fault: count every day. */
    @Test
    void whatFinanceIsAskedAboutHoldsNoCallOfATimeInWhichThePersonWasAway() {
        absences.tell(
                county.socialWorker(),
                live.carePackage().ref(),
                AwayKind.HOSPITAL,
                Zone.startOf(today.minusDays(9)),
                Zone.startOf(today.minusDays(2)));
        VariationRef ref = lunch(county.providerA(), 42, today.minusDays(9), null);
        PastDays.Consequences past = records.view(county.broker(), ref).past();
        long lunches = Stream.of(2, 1)
                .filter(ago -> today.minusDays(ago).getDayOfWeek().getValue() < 6)
                .count();
        assertThat(past.days()).isEqualTo(9);
        assertThat(past.userMinutes()).isEqualTo((int) lunches * 12);
        assertThat(past.pounds()).isEqualTo(Money.of("4.80").times(lunches));
    }

    /**
     * PostgreSQL agrees to no past day without finance, whoever forgets to ask.
     * Seeded fault: drop the constraint variation_past.
     */
    @Test
    void postgresKeepsThePastWithoutFinance() {
        VariationRef ref = lunch(county.providerA(), 42, today.minusDays(7), null);
        assertThatThrownBy(() -> jdbc.sql("""
                        update placements.variation set status = 'AGREED', approved_by = ?, agreed_at = clock_timestamp()
                        where ref = ?""")
                        .params(county.broker().userId(), ref.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql(
                                "update placements.variation set carer_minutes_after = 5000, user_minutes_after = 1 where ref = ?")
                        .param(ref.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    /** Seeded fault: do not look for an embargo again when it is agreed. */
    @Test
    void aProviderWhoseIncreasesAreStoppedGetsNone() {
        live = liveOf(county.providerA());
        VariationRef ref = lunch(county.socialWorker(), 60, today.plusDays(3), null);
        answers.approve(county.manager(), ref);
        embargoes.imposeOnIncreases(county, county.providerA());
        try {
            refused(() -> accept(ref), "variations.Obstacle.EMBARGO");
            assertThatThrownBy(() -> jdbc.sql("""
                            update placements.variation set status = 'AGREED', accepted_by = ?, agreed_at = clock_timestamp()
                            where ref = ?""")
                            .params(county.providerA().userId(), ref.value())
                            .update())
                    .isInstanceOf(DataIntegrityViolationException.class);
        } finally {
            embargoes.free(county, county.providerA());
        }
        accept(ref);
        assertThat(status(ref)).isEqualTo(VariationStatus.AGREED);
    }

    /** Seeded fault: make variation_one_open an index that is not unique. */
    @Test
    void oneOpenChangeOfAPackage() {
        lunch(county.socialWorker(), 60, today.plusDays(3), null);
        refused(() -> lunch(county.providerA(), 42, today.plusDays(1), null), "variations.error.open");
    }

    @Test
    void theOrderOfEveryDayStaysWhatItWas() {
        ServiceOrder agreed = placements.order(county.broker(), live.ref(), null);
        VariationRef ref = lunch(county.providerA(), 42, today.plusDays(2), today.plusDays(9));
        answers.approve(county.broker(), ref);
        assertThat(placements.order(county.broker(), live.ref(), null)).isEqualTo(agreed);
        assertThat(placements.order(county.broker(), live.ref(), today.plusDays(1)))
                .isEqualTo(agreed);
        ServiceOrder longer = placements.order(county.broker(), live.ref(), today.plusDays(2));
        assertThat(longer.userMinutesWeek()).isEqualTo(945);
        assertThat(longer.calls()).extracting(ServiceOrder.Call::minutes).containsExactly(45, 42, 60);
        assertThat(placements
                        .order(county.broker(), live.ref(), today.plusDays(9))
                        .calls())
                .isEqualTo(agreed.calls());
    }

    @Test
    void whatWasAgreedIsTakenBackBeforeItsDay() {
        VariationRef ref = lunch(county.providerA(), 42, today.plusDays(2), null);
        answers.approve(county.broker(), ref);
        answers.object(county.broker(), ref, Objection.UNDOING, "The family is back");
        assertThat(status(ref)).isEqualTo(VariationStatus.UNDONE);
        assertThat(minutes(today.plusDays(2))).isEqualTo(885);
        assertThat(placements
                        .order(county.broker(), live.ref(), today.plusDays(2))
                        .userMinutesWeek())
                .isEqualTo(885);
        refused(() -> answers.object(county.broker(), ref, Objection.UNDOING, "Again"), "variations.error.state");
    }

    /** Who leaves takes nothing new on; another provider is sought for the week as it is. */
    @Test
    void aProviderThatLeavesTakesNothingNewOn() {
        VariationRef agreed = lunch(county.providerA(), 42, today.plusDays(20), null);
        answers.approve(county.broker(), agreed);
        VariationRef open = stop(county.socialWorker(), 3, today.plusDays(2));
        endings.handBack(county.providerA(), live.ref(), HandbackReason.RATE, "", today.plusDays(28));
        assertThat(status(agreed)).isEqualTo(VariationStatus.UNDONE);
        assertThat(status(open)).isEqualTo(VariationStatus.CANCELLED);
        assertThat(minutes(today.plusDays(20))).isEqualTo(885);
        assertThat(packages.facts(live.carePackage().id()).status()).isEqualTo(PackageStatus.RESOURCING);
        assertThat(jdbc.sql("select count(*) from placements.report_standing_line where care_package_id = ?")
                        .param(live.carePackage().id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        refused(() -> lunch(county.socialWorker(), 60, today.plusDays(1), null), "variations.error.notLive");
    }

    @Test
    void anEndIsTheBrokersAndATransferGivesNotice() {
        Wanted transfer = new Wanted(today.plusDays(30), null, "The family moved nearer", List.of(), CareEnd.TRANSFER);
        assertThatThrownBy(() -> variations.request(county.providerA(), live.ref(), transfer))
                .isInstanceOf(NotFound.class);
        VariationRef ref = variations.request(county.socialWorker(), live.ref(), transfer);
        refused(() -> answers.approve(county.manager(), ref), "variations.Obstacle.NEEDS_BROKER");
        answers.approve(county.broker(), ref);
        assertThat(status(ref)).isEqualTo(VariationStatus.AGREED);
        assertThat(placements.row(county.broker(), live.ref()).status()).isEqualTo(PlacementStatus.NOTICE_GIVEN);
        assertThat(packages.facts(live.carePackage().id()).status()).isEqualTo(PackageStatus.RESOURCING);
    }

    @Test
    void whoMaySeeItAndWhoMayNot() {
        VariationRef ref = lunch(county.socialWorker(), 60, today.plusDays(3), null);
        for (Actor reader : List.of(
                county.socialWorker(), county.manager(), county.broker(), county.commissioner(), county.providerA()))
            assertThat(records.view(reader, ref).variation().ref()).isEqualTo(ref);
        for (Actor other : List.of(
                county.otherSocialWorker(),
                county.otherManager(),
                county.providerB(),
                county.finance(),
                county.auditor(),
                county.admin()))
            assertThatThrownBy(() -> records.view(other, ref)).isInstanceOf(NotFound.class);
        for (Actor other : List.of(county.otherSocialWorker(), county.providerB(), county.broker()))
            assertThatThrownBy(() -> lunch(other, 45, today.plusDays(1), null)).isInstanceOf(NotFound.class);
    }

    /** Two answers to one request, and an answer beside the end of the package. */
    @RepeatedTest(3)
    void twoAtOnce() throws Exception {
        VariationRef ref = lunch(county.providerA(), 42, today.plusDays(2), null);
        List<Object> ends = race(
                () -> {
                    answers.approve(county.broker(), ref);
                    return "broker";
                },
                () -> {
                    answers.approve(county.manager(), ref);
                    return "manager";
                });
        assertThat(ends).filteredOn(String.class::isInstance).hasSize(1);
        assertThat(ends).filteredOn(RuleBroken.class::isInstance).hasSize(1);
        assertThat(minutes(today.plusDays(2))).isEqualTo(945);

        VariationRef second = lunch(county.providerA(), 30, today.plusDays(4), null);
        List<Object> both = race(
                () -> {
                    answers.approve(county.broker(), second);
                    return "agreed";
                },
                () -> {
                    endings.handBack(county.providerA(), live.ref(), HandbackReason.RATE, "", today.plusDays(28));
                    return "left";
                });
        assertThat(both.get(1)).isEqualTo("left");
        assertThat(status(second)).isIn(VariationStatus.UNDONE, VariationStatus.CANCELLED);
        assertThat(minutes(today.plusDays(4))).isEqualTo(885);
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

    private PlacementExamples.Accepted liveOf(Actor provider) {
        assertThat(live.provider()).isEqualTo(provider);
        return live;
    }

    private VariationRef lunch(Actor by, int minutes, LocalDate from, @Nullable LocalDate until) {
        return lunch(by, minutes, "12345", from, until);
    }

    private VariationRef lunch(Actor by, int minutes, String days, LocalDate from, @Nullable LocalDate until) {
        ServiceOrders.Owed owed = call(by, 2, from);
        CallTerms was = Variations.terms(owed);
        CallTerms now = new CallTerms(
                days,
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
        UUID id = owed.call().call().id();
        return variations.request(
                by, live.ref(), new Wanted(from, until, "Eats slowly", List.of(new ChangedCall(id, now)), null));
    }

    private VariationRef stop(Actor by, int position, LocalDate from) {
        UUID id = call(by, position, from).call().call().id();
        return variations.request(
                by, live.ref(), new Wanted(from, null, "Managed alone", List.of(new ChangedCall(id, null)), null));
    }

    private ServiceOrders.Owed call(Actor by, int position, LocalDate day) {
        return variations.prospect(by, live.ref()).calls().stream()
                .filter(owed ->
                        owed.call().call().position() == position && owed.call().on(day))
                .findFirst()
                .orElseThrow();
    }

    private VariationStatus status(VariationRef ref) {
        return records.view(county.commissioner(), ref).variation().status();
    }

    private int minutes(LocalDate day) {
        return jdbc.sql("select user_minutes from placements.minutes_on(?, ?)")
                .params(live.id(), day)
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
