package cymru.pontio.carepackages;

import static cymru.pontio.carepackages.PackageStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Ids;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CarePackageTests {
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
    private static final UUID TEAM = Ids.next();
    private static final Actor WRITER = actor(null, Role.SOCIAL_WORKER);
    private static final Actor MANAGER = actor("50000", Role.TEAM_MANAGER);
    private static final Actor BROKER = actor(null, Role.BROKER);

    /** Where each step leads from each state; what is not listed is refused. */
    private static final Map<Step, Map<PackageStatus, PackageStatus>> ALLOWED = new EnumMap<>(Map.ofEntries(
            Map.entry(Step.EDIT, Map.of(DRAFT, DRAFT, RETURNED, RETURNED)),
            Map.entry(Step.SUBMIT, Map.of(DRAFT, SUBMITTED, RETURNED, SUBMITTED)),
            Map.entry(Step.APPROVE, Map.of(SUBMITTED, APPROVED)),
            Map.entry(Step.RETURN, Map.of(SUBMITTED, RETURNED, APPROVED, RETURNED, UNSOURCED, RETURNED)),
            Map.entry(
                    Step.SOURCE,
                    Map.of(APPROVED, SOURCING, UNSOURCED, SOURCING, SOURCING, SOURCING, RESOURCING, SOURCING)),
            Map.entry(Step.FAIL_ROUND, Map.of(SOURCING, UNSOURCED, ON_HOLD, ON_HOLD)),
            Map.entry(
                    Step.AWARD,
                    Map.of(
                            APPROVED,
                            AWARDED,
                            SOURCING,
                            AWARDED,
                            UNSOURCED,
                            AWARDED,
                            AWARDED,
                            AWARDED,
                            ON_HOLD,
                            ON_HOLD,
                            RESOURCING,
                            AWARDED)),
            Map.entry(Step.UNDO_AWARD, Map.of(AWARDED, UNSOURCED)),
            Map.entry(
                    Step.START_PART,
                    Map.of(
                            APPROVED,
                            APPROVED,
                            SOURCING,
                            SOURCING,
                            UNSOURCED,
                            UNSOURCED,
                            AWARDED,
                            AWARDED,
                            ON_HOLD,
                            ON_HOLD,
                            RESOURCING,
                            RESOURCING)),
            Map.entry(
                    Step.START_WHOLE,
                    Map.of(
                            SOURCING,
                            LIVE,
                            UNSOURCED,
                            LIVE,
                            AWARDED,
                            LIVE,
                            ON_HOLD,
                            LIVE,
                            LIVE,
                            LIVE,
                            RESOURCING,
                            LIVE)),
            Map.entry(Step.REPLAN, Map.of(LIVE, LIVE)),
            Map.entry(Step.HOLD, Map.of(APPROVED, ON_HOLD, SOURCING, ON_HOLD, UNSOURCED, ON_HOLD, AWARDED, ON_HOLD)),
            Map.entry(Step.RESUME, Map.of(ON_HOLD, SOURCING)),
            Map.entry(
                    Step.WITHDRAW,
                    Map.of(
                            DRAFT, WITHDRAWN, SUBMITTED, WITHDRAWN, RETURNED, WITHDRAWN, APPROVED, WITHDRAWN, SOURCING,
                            WITHDRAWN, UNSOURCED, WITHDRAWN, AWARDED, WITHDRAWN, ON_HOLD, WITHDRAWN)),
            Map.entry(
                    Step.LOSE_PROVIDER,
                    Map.of(
                            APPROVED,
                            APPROVED,
                            SOURCING,
                            SOURCING,
                            UNSOURCED,
                            UNSOURCED,
                            AWARDED,
                            UNSOURCED,
                            ON_HOLD,
                            ON_HOLD,
                            LIVE,
                            RESOURCING,
                            RESOURCING,
                            RESOURCING)),
            Map.entry(
                    Step.END,
                    Map.of(
                            SOURCING,
                            ENDED,
                            UNSOURCED,
                            ENDED,
                            AWARDED,
                            ENDED,
                            ON_HOLD,
                            ENDED,
                            LIVE,
                            ENDED,
                            RESOURCING,
                            ENDED))));

    static Stream<Arguments> everyStepInEveryState() {
        return Stream.of(PackageStatus.values())
                .flatMap(status -> Stream.of(Step.values()).map(step -> Arguments.of(status, step)));
    }

    /** Seeded fault: allow SOURCE in AWARDED. */
    @ParameterizedTest
    @MethodSource("everyStepInEveryState")
    void goesOnlyWhereTheTableSays(PackageStatus status, Step step) {
        CarePackage one = in(status);
        PackageStatus next = ALLOWED.getOrDefault(step, Map.of()).get(status);
        if (next == null) {
            assertThatThrownBy(() -> take(step, one))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessage("carepackages.error.state");
            assertThat(one.status()).isEqualTo(status);
        } else {
            take(step, one);
            assertThat(one.status()).isEqualTo(next);
        }
    }

    @Test
    void sourcesTheRestOfAPackageOfWhichAPartHasStarted() {
        CarePackage one = in(AWARDED);
        one.careStarted(BROKER, AT, false);
        one.sourcing(BROKER, AT);
        assertThat(one.status()).isEqualTo(SOURCING);
    }

    /** Seeded fault: let a hold go back to where it began. */
    @Test
    void takesUpAgainWhereTheSearchStandsBeneathAHold() {
        CarePackage one = in(ON_HOLD);
        take(Step.AWARD, one);
        take(Step.RESUME, one);
        assertThat(one.status()).as("the provider said yes meanwhile").isEqualTo(AWARDED);

        take(Step.HOLD, one);
        take(Step.UNDO_AWARD, one);
        take(Step.RESUME, one);
        assertThat(one.status()).as("the award was revoked meanwhile").isEqualTo(UNSOURCED);

        take(Step.SOURCE, one);
        take(Step.HOLD, one);
        take(Step.FAIL_ROUND, one);
        take(Step.RESUME, one);
        assertThat(one.status()).as("the round ended meanwhile").isEqualTo(UNSOURCED);

        take(Step.AWARD, one);
        take(Step.HOLD, one);
        take(Step.LOSE_PROVIDER, one);
        take(Step.RESUME, one);
        assertThat(one.status()).as("the provider left meanwhile").isEqualTo(UNSOURCED);
    }

    @Test
    void countsTwoWorkersOnceForThePersonAndTwiceForTheCouncil() {
        assertThat(in(DRAFT).hours().user().minutes()).isEqualTo(45 * 7 + 30 * 5 + 60 * 7);
        assertThat(in(DRAFT).hours().carer().minutes()).isEqualTo(45 * 7 + 30 * 5 + 60 * 7 * 2);
    }

    @Test
    void subtractsTheHoursOfACallThatIsRemovedAndKeepsNumbersOfTheOthers() {
        CarePackage one = in(DRAFT);
        one.removeCall(2);
        one.addCall(PackageExamples.lunch());
        assertThat(one.view().lines()).extracting(CallLineView::position).containsExactly(1, 3, 4);
        assertThat(one.hours().user().minutes()).isEqualTo(45 * 7 + 30 * 5 + 60 * 7);
    }

    /** Regulation and Inspection of Social Care (Wales) Act 2016, section 8. */
    @Test
    void refusesACallUnderThirtyMinutesWithoutALawfulReason() {
        assertThatThrownBy(() -> call(29, null))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("carepackages.error.shortCall");
        assertThatCode(() -> call(29, ShortReason.CHECK)).doesNotThrowAnyException();
        assertThatCode(() -> call(30, null)).doesNotThrowAnyException();
        assertThat(call(30, ShortReason.CHECK).shortReason()).isNull();
    }

    @Test
    void refusesATimeCriticalCallWithoutAWindow() {
        assertThatThrownBy(() -> new CallTerms(
                        "1", Band.TEA, null, null, 30, 1, "Insulin", Tier.DAILY_ESSENTIAL, null, WorkerGender.ANY, "x"))
                .isInstanceOf(RuleBroken.class);
    }

    /** A draft may lie until nobody could begin in time. Seeded fault: ask only whether there is a day. */
    @Test
    void asksForANewStartOnceTheLatestHasPassed() {
        Instant lastDay = Instant.parse("2026-04-09T22:00:00Z");
        assertThat(in(DRAFT).submit(WRITER, true, lastDay)).isEmpty();
        assertThat(in(DRAFT).submit(WRITER, true, lastDay.plus(Duration.ofHours(2))))
                .containsExactly(Missing.START_PASSED);
    }

    @Test
    void saysAllThatIsMissingAndSubmitsNothingBefore() {
        CarePackage one = new CarePackage(PackageRef.valueOf("PKG-0000-" + check()), WRITER, TEAM, AT);
        assertThat(one.submit(WRITER, false, AT))
                .containsExactly(
                        Missing.PERSON,
                        Missing.WHAT_MATTERS,
                        Missing.OUTCOMES,
                        Missing.NEED_SUMMARY,
                        Missing.CALLS,
                        Missing.WORKER_RISKS,
                        Missing.LOCALITY,
                        Missing.START,
                        Missing.INTERIM,
                        Missing.FUNDING);
        assertThat(one.status()).isEqualTo(DRAFT);
        assertThat(in(DRAFT).submit(WRITER, false, AT)).containsExactly(Missing.WELSH);
    }

    /** Seeded fault: answer with the first reason found. */
    @Test
    void givesAllReasonsAgainstAnApprovalAtOnce() {
        Money dear = Money.of("50000.01");
        assertThat(in(SUBMITTED).approve(actor(null, Role.TEAM_MANAGER), dear, AT))
                .isEqualTo(new Approval.Refused(List.of(Approval.Reason.NO_LIMIT)));
        assertThat(in(SUBMITTED).approve(MANAGER, dear, AT))
                .isEqualTo(new Approval.Refused(List.of(Approval.Reason.OVER_LIMIT)));
        assertThat(in(SUBMITTED).approve(MANAGER, Money.of("50000"), AT)).isEqualTo(new Approval.Approved());
        CarePackage own = written(MANAGER);
        own.submit(MANAGER, true, AT);
        assertThat(own.approve(MANAGER, dear, AT))
                .isEqualTo(new Approval.Refused(List.of(Approval.Reason.OWN_WORK, Approval.Reason.OVER_LIMIT)));
        assertThat(own.status()).isEqualTo(SUBMITTED);
    }

    @Test
    void neverLetsAManagerApproveWhatTheyOnlyHelpedToWrite() {
        CarePackage one = in(DRAFT);
        one.write(MANAGER, sameForm(one), AT).place("brecon");
        one.submit(WRITER, true, AT);
        assertThat(one.approve(MANAGER, Money.of("1"), AT))
                .isEqualTo(new Approval.Refused(List.of(Approval.Reason.OWN_WORK)));
    }

    private static void take(Step step, CarePackage one) {
        switch (step) {
            case EDIT -> one.write(WRITER, sameForm(one), AT);
            case SUBMIT -> one.submit(WRITER, true, AT);
            case APPROVE -> one.approve(MANAGER, Money.of("100"), AT);
            case RETURN -> one.giveBack(BROKER, "why", AT);
            case SOURCE -> one.sourcing(BROKER, AT);
            case FAIL_ROUND -> one.roundFailed(BROKER, "none", AT);
            case AWARD -> one.awarded(BROKER, AT);
            case UNDO_AWARD -> one.awardUndone(BROKER, "why", AT);
            case START_PART -> one.careStarted(BROKER, AT, false);
            case START_WHOLE -> one.careStarted(BROKER, AT, true);
            case REPLAN -> one.replanned(AT);
            case HOLD -> one.hold(BROKER, "why", AT);
            case RESUME -> one.resume(BROKER, "why", AT);
            case WITHDRAW -> one.withdraw(BROKER, WithdrawalReason.DIED, AT);
            case LOSE_PROVIDER -> one.providerLeaves(BROKER, "HANDBACK", AT);
            case END -> one.end(BROKER, "why", AT);
        }
    }

    private static CarePackage in(PackageStatus status) {
        CarePackage one = written(WRITER);
        List<Step> way = switch (status) {
            case DRAFT -> List.of();
            case SUBMITTED -> List.of(Step.SUBMIT);
            case RETURNED -> List.of(Step.SUBMIT, Step.RETURN);
            case APPROVED -> List.of(Step.SUBMIT, Step.APPROVE);
            case SOURCING -> List.of(Step.SUBMIT, Step.APPROVE, Step.SOURCE);
            case UNSOURCED -> List.of(Step.SUBMIT, Step.APPROVE, Step.SOURCE, Step.FAIL_ROUND);
            case AWARDED -> List.of(Step.SUBMIT, Step.APPROVE, Step.SOURCE, Step.AWARD);
            case ON_HOLD -> List.of(Step.SUBMIT, Step.APPROVE, Step.SOURCE, Step.HOLD);
            case LIVE -> List.of(Step.SUBMIT, Step.APPROVE, Step.AWARD, Step.START_WHOLE);
            case RESOURCING -> List.of(Step.SUBMIT, Step.APPROVE, Step.AWARD, Step.START_WHOLE, Step.LOSE_PROVIDER);
            case WITHDRAWN -> List.of(Step.WITHDRAW);
            case ENDED -> List.of(Step.SUBMIT, Step.APPROVE, Step.AWARD, Step.START_WHOLE, Step.END);
        };
        way.forEach(step -> take(step, one));
        assertThat(one.status()).isEqualTo(status);
        return one;
    }

    private static CarePackage written(Actor writer) {
        CarePackage one = new CarePackage(PackageRef.valueOf("PKG-0000-" + check()), writer, TEAM, AT);
        Plan plan = one.write(writer, sameForm(one), AT);
        plan.person(new PersonId(Ids.next()));
        plan.needs(PackageExamples.needs());
        plan.risks(new Risks("", "none known", "", Set.of()));
        plan.place("newtown");
        plan.start(new StartWanted(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 9)));
        plan.interim(Cover.NONE);
        plan.funding(Funding.COUNCIL);
        one.addCall(PackageExamples.morning());
        one.addCall(PackageExamples.lunch());
        one.addCall(PackageExamples.bed());
        return one;
    }

    private static Stamp sameForm(CarePackage one) {
        return Stamp.of(one.view().version());
    }

    private static CallTerms call(int minutes, @Nullable ShortReason reason) {
        return new CallTerms(
                "135",
                Band.TEA,
                LocalTime.of(16, 0),
                LocalTime.of(17, 0),
                minutes,
                1,
                null,
                Tier.FLEXIBLE,
                reason,
                WorkerGender.ANY,
                "Tea");
    }

    /** The check character of PKG-0000. */
    private static String check() {
        String ref = cymru.pontio.kernel.Reference.random("PKG", () -> 0);
        return ref.substring(ref.length() - 1);
    }

    private static Actor actor(@Nullable String limit, Role role) {
        return new Actor(
                Ids.next(),
                "Somebody",
                Ids.next(),
                "Council",
                TEAM,
                Set.of(role),
                limit == null ? null : Money.of(limit));
    }
}
