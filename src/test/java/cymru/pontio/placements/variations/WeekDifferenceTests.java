package cymru.pontio.placements.variations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.WorkerGender;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a change is called, and who has to agree, follows from the calls. */
class WeekDifferenceTests {
    /** Seeded fault: let a call be touched by nothing. */
    @Test
    void aCallIsTouchedBySomething() {
        assertThatThrownBy(() -> new ChangedCall(null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static final UUID CALL = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Limits LIMITS = new Limits(60, 14, 420);

    private final CallTerms lunch = call("12345", LocalTime.NOON, 30, 1);

    @Test
    void longerIsMoreForBoth() {
        Difference longer = to(call("12345", LocalTime.NOON, 45, 1));
        assertThat(longer.kinds()).containsExactly(Kind.INCREASE);
        assertThat(longer.before().user().minutes()).isEqualTo(150);
        assertThat(longer.after().user().minutes()).isEqualTo(225);
        assertThat(longer.asksProvider()).isTrue();
    }

    @Test
    void aSecondWorkerIsNoMoreForThePerson() {
        Difference two = to(call("12345", LocalTime.NOON, 30, 2));
        assertThat(two.kinds()).containsExactlyInAnyOrder(Kind.INCREASE, Kind.DOUBLE_UP_ON);
        assertThat(two.after().user().minutes()).isEqualTo(150);
        assertThat(two.after().carer().minutes()).isEqualTo(300);
    }

    /** As many hours in all, but two workers must be there at once: that is more to ask of a provider. */
    @Test
    void halfTheTimeWithTwoWorkersStillAddsWork() {
        Difference two = to(call("12345", LocalTime.NOON, 15, 2));
        assertThat(two.kinds()).containsExactly(Kind.DOUBLE_UP_ON);
        assertThat(two.adds()).isTrue();
    }

    @Test
    void oneWorkerLessIsADecrease() {
        Difference one = Difference.of(
                Map.of(CALL, call("12345", LocalTime.NOON, 30, 2)),
                List.of(new ChangedCall(CALL, call("12345", LocalTime.NOON, 30, 1))));
        assertThat(one.kinds()).containsExactlyInAnyOrder(Kind.DECREASE, Kind.DOUBLE_UP_OFF);
        assertThat(one.asksProvider()).isFalse();
    }

    @Test
    void anotherTimeAddsNothingAndIsStillAsked() {
        Difference later = to(call("12345", LocalTime.of(13, 0), 30, 1));
        assertThat(later.kinds()).containsExactly(Kind.RETIME);
        assertThat(later.adds()).isFalse();
        assertThat(later.asksProvider()).isTrue();
    }

    @Test
    void aCallThatStopsIsADecrease() {
        Difference less = Difference.of(Map.of(CALL, lunch), List.of(new ChangedCall(CALL, null)));
        assertThat(less.kinds()).containsExactly(Kind.DECREASE);
        assertThat(less.after().user().minutes()).isZero();
    }

    @Test
    void anotherCallOnTopIsAnIncrease() {
        Difference more =
                Difference.of(Map.of(CALL, lunch), List.of(new ChangedCall(null, call("67", LocalTime.NOON, 60, 2))));
        assertThat(more.kinds()).containsExactlyInAnyOrder(Kind.INCREASE, Kind.DOUBLE_UP_ON);
        assertThat(more.after().user().minutes()).isEqualTo(150 + 120);
        assertThat(more.after().carer().minutes()).isEqualTo(150 + 240);
    }

    @Test
    void aBrokerApprovesALittleForGoodAndMoreForTwoWeeks() {
        Difference hour = to(call("12345", LocalTime.NOON, 42, 1));
        Difference more = to(call("12345", LocalTime.NOON, 43, 1));
        assertThat(hour.carerMinutesMore()).isEqualTo(60);
        assertThat(LIMITS.needsManager(hour, DAY, null)).isFalse();
        assertThat(LIMITS.needsManager(more, DAY, null)).isTrue();
        assertThat(LIMITS.needsManager(more, DAY, DAY.plusDays(14))).isFalse();
        assertThat(LIMITS.needsManager(more, DAY, DAY.plusDays(15))).isTrue();
        assertThat(LIMITS.needsManager(to(call("1234567", LocalTime.NOON, 82, 1)), DAY, DAY.plusDays(14)))
                .isTrue();
        assertThat(LIMITS.needsManager(to(call("1", LocalTime.NOON, 30, 1)), DAY, null))
                .isFalse();
    }

    /** From Friday to Monday is one working day; a bank holiday is none. */
    @Test
    void turnaroundCountsWorkingDays() {
        LocalDate friday = LocalDate.of(2026, 3, 6);
        assertThat(Turnaround.workingDays(friday, friday)).isZero();
        assertThat(Turnaround.workingDays(friday, friday.plusDays(3))).isEqualTo(1);
        assertThat(Turnaround.workingDays(friday, friday.minusDays(3))).isZero();
        LocalDate beforeEaster = LocalDate.of(2026, 4, 2);
        assertThat(Turnaround.workingDays(beforeEaster, beforeEaster.plusDays(5)))
                .isEqualTo(1);
    }

    private Difference to(CallTerms now) {
        return Difference.of(Map.of(CALL, lunch), List.of(new ChangedCall(CALL, now)));
    }

    private static CallTerms call(String days, LocalTime from, int minutes, int workers) {
        return new CallTerms(
                days,
                Band.LUNCH,
                from,
                from.plusHours(1),
                minutes,
                workers,
                null,
                Tier.WEEKLY_ESSENTIAL,
                cymru.pontio.carepackages.ShortReason.TASKS,
                WorkerGender.ANY,
                "Midday meal");
    }
}
