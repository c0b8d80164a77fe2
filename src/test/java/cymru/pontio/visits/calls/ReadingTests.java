package cymru.pontio.visits.calls;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.kernel.Zone;
import cymru.pontio.visits.VisitStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final DueCall BREAKFAST = call(1, "07:30", "08:30", 30, 1, false);
    private static final DueCall LUNCH = call(2, "12:00", "13:00", 30, 1, false);
    private static final DueCall TEA = call(3, "16:30", "17:30", 30, 1, false);
    private static final DueCall INSULIN = call(4, "08:00", "09:00", 30, 1, true);
    private static final DueCall HOIST = call(5, "08:00", "09:00", 45, 2, false);

    @Test
    void oneVisitAnswersOneCall() {
        List<Reading> day = read(List.of(BREAKFAST, LUNCH), came(1, "08:00", "08:30"), came(2, "12:10", "12:40"));
        assertThat(day).extracting(Reading::outcome).containsExactly(Outcome.MET, Outcome.MET);
        assertThat(day).allMatch(reading -> reading.problems().isEmpty());
    }

    @Test
    void lunchGivenWithBreakfastLeavesLunchMissed() {
        List<Reading> day = read(List.of(BREAKFAST, LUNCH), came(1, "08:00", "09:15"));
        assertThat(day).extracting(Reading::outcome).containsExactly(Outcome.MET, Outcome.NOT_REPORTED);
        assertThat(day.getFirst().remarks()).containsExactly(Remark.LONG);
        assertThat(day.getLast().problems()).containsExactly("NOT_REPORTED");
    }

    @Test
    void threeVisitsAtOnceAreNotThreeCalls() {
        List<Reading> day = read(
                List.of(BREAKFAST, LUNCH, TEA),
                came(1, "08:00", "08:30"),
                came(2, "08:35", "09:05"),
                came(3, "09:10", "09:40"));
        assertThat(day)
                .extracting(Reading::outcome)
                .containsExactly(Outcome.MET, Outcome.NOT_REPORTED, Outcome.NOT_REPORTED, Outcome.EXTRA, Outcome.EXTRA);
    }

    /** Essex: each must occur before the next was due. Seeded fault: leave the next call out of it. */
    @Test
    void breakfastIsNotAnsweredOnceLunchIsDue() {
        DueCall early = call(6, "10:30", "11:15", 30, 1, false);
        List<Reading> day = read(List.of(early, LUNCH), came(1, "12:00", "12:30"), came(2, "12:35", "13:05"));
        assertThat(day).extracting(Reading::outcome).containsExactly(Outcome.NOT_REPORTED, Outcome.MET, Outcome.EXTRA);
    }

    /** Seeded faults: leave the thirtieth minute out; let the thirty-first pass. */
    @Test
    void timeCriticalIsPunctualWithinThirtyMinutesInclusive() {
        assertThat(read(List.of(INSULIN), planned(1, "08:15", "08:45", "09:15"))
                        .getFirst()
                        .punctual())
                .isTrue();
        assertThat(read(List.of(INSULIN), planned(1, "08:15", "07:45", "08:15"))
                        .getFirst()
                        .punctual())
                .isTrue();
        Reading late =
                read(List.of(INSULIN), planned(1, "08:15", "08:46", "09:16")).getFirst();
        assertThat(late.punctual()).isFalse();
        assertThat(late.remarks()).containsExactly(Remark.NOT_PUNCTUAL);
    }

    @Test
    void aPlannedTimeOutsideTheAgreedWindowDoesNotMoveIt() {
        Reading late =
                read(List.of(INSULIN), planned(1, "09:40", "09:40", "10:10")).getFirst();
        assertThat(late.outcome()).isEqualTo(Outcome.MET);
        assertThat(late.punctual()).isFalse();
    }

    @Test
    void othersAreInTimeWithinTheirBandInclusive() {
        assertThat(read(List.of(LUNCH), came(1, "12:00", "12:30")).getFirst().punctual())
                .isTrue();
        assertThat(read(List.of(LUNCH), came(1, "13:00", "13:30")).getFirst().punctual())
                .isTrue();
        assertThat(read(List.of(LUNCH), came(1, "13:01", "13:31")).getFirst().remarks())
                .containsExactly(Remark.OUT_OF_BAND);
    }

    @Test
    void shortIsLessThanFourFifthsAndAReasonIsHeard() {
        assertThat(read(List.of(LUNCH), came(1, "12:00", "12:24")).getFirst().remarks())
                .isEmpty();
        assertThat(read(List.of(LUNCH), came(1, "12:00", "12:23")).getFirst().remarks())
                .containsExactly(Remark.SHORT);
        Reading why = read(
                        List.of(LUNCH),
                        new ToldVisit(1, "V1", VisitStatus.DELIVERED, null, at("12:00"), at("12:10"), 1, true))
                .getFirst();
        assertThat(why.remarks()).containsExactly(Remark.SHORT_WITH_REASON);
        assertThat(why.problems()).isEmpty();
    }

    @Test
    void aCallOfTwoNeedsTwo() {
        assertThat(read(List.of(HOIST), came(1, "08:10", "08:55")).getFirst().problems())
                .containsExactly("ONE_WORKER");
        ToldVisit both = new ToldVisit(1, "V1", VisitStatus.DELIVERED, null, at("08:10"), at("08:55"), 2, false);
        assertThat(read(List.of(HOIST), both).getFirst().problems()).isEmpty();
    }

    /** To the call; but each counts with its time, which is remarked. Seeded fault: say nothing of it. */
    @Test
    void twoWorkersWhoEachTellAreOneVisit() {
        List<Reading> day = read(List.of(HOIST), came(1, "08:10", "08:55"), came(2, "08:12", "08:55"));
        assertThat(day).hasSize(1);
        assertThat(day.getFirst().workers()).isEqualTo(2);
        assertThat(day.getFirst().problems()).containsExactly("TWO_VISITS");
        ToldVisit both = new ToldVisit(1, "V1", VisitStatus.DELIVERED, null, at("08:10"), at("08:55"), 2, false);
        assertThat(read(List.of(HOIST), both).getFirst().problems()).isEmpty();
    }

    /**
     * A visit that was called off and made in the same window after all, or by one worker of two: the call was met. What was
     * missed and made up for only later stays missed. Seeded faults, each by itself: let what was cancelled answer as well as what
     * was given; prefer care however far outside the window.
     */
    @Test
    void whoGaveCareInTheWindowAnswersTheCallBeforeWhoDidNot() {
        for (VisitStatus status :
                List.of(VisitStatus.CANCELLED_BY_COUNCIL, VisitStatus.FRUSTRATED, VisitStatus.MISSED)) {
            ToldVisit none = new ToldVisit(1, "V1", status, at("08:00"), null, null, 1, true);
            List<Reading> day = read(List.of(BREAKFAST), none, came(2, "08:25", "08:55"));
            assertThat(day.getFirst().outcome()).isEqualTo(Outcome.MET);
            assertThat(day.getFirst().visit()).isEqualTo(came(2, "08:25", "08:55"));
        }
        ToldVisit missed = new ToldVisit(1, "V1", VisitStatus.MISSED, at("12:00"), null, null, 1, true);
        assertThat(read(List.of(LUNCH), missed, came(2, "14:10", "14:40")))
                .extracting(Reading::outcome)
                .containsExactly(Outcome.MISSED, Outcome.EXTRA);
    }

    @Test
    void aPopBackIsWelcome() {
        ToldVisit worried = new ToldVisit(2, "V2", VisitStatus.UNPLANNED, null, at("14:30"), at("14:45"), 1, true);
        List<Reading> day = read(List.of(BREAKFAST), came(1, "08:00", "08:30"), worried);
        assertThat(day.getLast().outcome()).isEqualTo(Outcome.POP_BACK);
        assertThat(day.getLast().problems()).isEmpty();
    }

    @Test
    void aVisitOnADayWithoutAgreementIsUnallocated() {
        assertThat(read(List.of(), came(1, "08:00", "08:30")).getFirst().outcome())
                .isEqualTo(Outcome.UNALLOCATED);
    }

    @Test
    void whatIsToldAnswersItsCallEvenWithoutATime() {
        ToldVisit missed = new ToldVisit(2, "V2", VisitStatus.MISSED, null, null, null, 1, true);
        List<Reading> day = read(List.of(BREAKFAST, LUNCH), came(1, "08:00", "08:30"), missed);
        assertThat(day).extracting(Reading::outcome).containsExactly(Outcome.MET, Outcome.MISSED);
    }

    /** Seeded fault: look at every visit that was told, whether or not care was given. */
    @Test
    void whereNoCareWasGivenNothingIsSaidOfItsTimeAndLength() {
        ToldVisit missed = new ToldVisit(1, "V1", VisitStatus.MISSED, at("08:00"), null, null, 1, true);
        ToldVisit nobodyIn =
                new ToldVisit(1, "V1", VisitStatus.FRUSTRATED, at("08:00"), at("09:20"), at("09:25"), 1, true);
        for (ToldVisit told : List.of(missed, nobodyIn)) {
            Reading reading = Reading.of(
                            new Reading.Day(List.of(HOIST), List.of(told), Set.of(1L), true), Tolerances.USUAL)
                    .getFirst();
            assertThat(reading.remarks()).isEmpty();
            assertThat(reading.punctual()).isNull();
        }
    }

    /**
     * Seeded faults, each by itself: see none of them; take the second worker of a call for another visit; where one call of
     * the day is for two workers, take any two at once for them.
     */
    @Test
    void twoVisitsAtOnceAreRemarkedUnlessTwoWorkersWereAskedFor() {
        List<Reading> day = read(List.of(BREAKFAST, LUNCH), came(1, "08:00", "08:30"), came(2, "08:20", "08:50"));
        assertThat(day)
                .filteredOn(reading -> reading.visit() != null)
                .hasSize(2)
                .allSatisfy(reading -> assertThat(reading.remarks()).contains(Remark.OVERLAP));
        assertThat(read(List.of(HOIST), came(1, "08:00", "08:45"), came(2, "08:05", "08:50")))
                .allSatisfy(reading -> assertThat(reading.remarks()).doesNotContain(Remark.OVERLAP));
        assertThat(read(
                        List.of(HOIST, TEA),
                        came(1, "08:00", "08:45"),
                        came(2, "08:05", "08:50"),
                        came(3, "16:40", "17:10"),
                        came(4, "16:50", "17:20")))
                .filteredOn(reading -> reading.remarks().contains(Remark.OVERLAP))
                .extracting(reading -> reading.visit().id())
                .containsExactlyInAnyOrder(3L, 4L);
        assertThat(read(List.of(BREAKFAST), came(1, "08:00", "08:30"), came(2, "08:30", "09:00")))
                .allSatisfy(reading -> assertThat(reading.remarks()).doesNotContain(Remark.OVERLAP));
    }

    @Test
    void nobodyIsAccusedBeforeTheTimeToTellIsOver() {
        List<Reading> day = Reading.of(new Reading.Day(List.of(LUNCH), List.of(), Set.of(), false), Tolerances.USUAL);
        assertThat(day.getFirst().outcome()).isEqualTo(Outcome.AWAITED);
        assertThat(day.getFirst().problems()).isEmpty();
    }

    /** Seeded fault: read a suspended call like any other. */
    @Test
    void nobodyMissesACallThatWasNotDue() {
        assertThat(read(List.of(suspended(BREAKFAST))))
                .extracting(Reading::outcome)
                .containsExactly(Outcome.NOT_DUE);
        for (VisitStatus status : List.of(
                VisitStatus.MISSED,
                VisitStatus.FRUSTRATED,
                VisitStatus.CANCELLED_BY_COUNCIL,
                VisitStatus.CANCELLED_BY_PERSON)) {
            ToldVisit told = new ToldVisit(1, "V1", status, at("08:00"), null, null, 1, true);
            List<Reading> day = read(List.of(suspended(BREAKFAST)), told);
            assertThat(day).extracting(Reading::outcome).containsExactly(Outcome.NOT_DUE);
            assertThat(day.getFirst().problems()).isEmpty();
        }
    }

    @Test
    void whoeverCameThoughNobodyHadToAnswersNoCall() {
        List<Reading> day =
                read(List.of(suspended(BREAKFAST), TEA), came(1, "08:00", "08:30"), came(2, "16:40", "17:10"));
        assertThat(day).extracting(Reading::outcome).containsExactly(Outcome.EXTRA, Outcome.MET);
        assertThat(day.getFirst().call()).isNull();
        assertThat(day.getFirst().minutes()).isEqualTo(30);
    }

    @Test
    void onTheDayOfTheReturnTheCallsAfterItAreDue() {
        ToldVisit missed = new ToldVisit(1, "V1", VisitStatus.MISSED, null, null, null, 1, false);
        List<Reading> day = read(List.of(suspended(BREAKFAST), suspended(LUNCH), TEA), missed);
        assertThat(day).extracting(Reading::outcome).containsExactly(Outcome.NOT_DUE, Outcome.NOT_DUE, Outcome.MISSED);
    }

    @Test
    void oneWorkerIsNotInTwoHomes() {
        List<Reading> day = Reading.of(
                new Reading.Day(List.of(LUNCH), List.of(came(1, "12:00", "12:30")), Set.of(1L), true),
                Tolerances.USUAL);
        assertThat(day.getFirst().problems()).containsExactly("WORKER_ELSEWHERE");
    }

    /**
     * Against every possible answer, on days made by chance; and in whatever order the day is told. Seeded fault: let a visit
     * answer a second call.
     */
    @Test
    void noOtherAnswerMeetsMoreCallsOrIsNearer() {
        Random random = new Random(5);
        for (int trial = 0; trial < 400; trial++) {
            List<DueCall> calls = new ArrayList<>();
            for (int i = 0; i < random.nextInt(5); i++) {
                int from = 6 * 60 + i * 120 + random.nextInt(110);
                calls.add(call(i + 1, clock(from), clock(from + random.nextInt(240)), 30, 1, false));
            }
            List<ToldVisit> told = new ArrayList<>();
            for (int i = 0; i < random.nextInt(6); i++) {
                int start = 5 * 60 + random.nextInt(16 * 60);
                told.add(came(i, clock(start), clock(start + 30)));
            }
            List<Matching.Pair> pairs = Matching.of(calls, told, Tolerances.USUAL);
            assertThat(score(pairs)).isEqualTo(best(calls, told, 0, new ArrayList<>()));
            List<ToldVisit> turned = new ArrayList<>(told);
            Collections.shuffle(turned, random);
            assertThat(Matching.of(calls, turned, Tolerances.USUAL)).isEqualTo(pairs);
        }
    }

    /** Calls answered, then minutes outside their windows. */
    private static long score(List<Matching.Pair> pairs) {
        long score = 0;
        for (Matching.Pair pair : pairs)
            if (pair.call() != null && pair.visit() != null && pair.visit().start() != null)
                score += 1_000_000 - Matching.outside(pair.call(), pair.visit().start());
        return score;
    }

    /** Each call with nobody or with any visit not used yet, whatever their order. */
    private static long best(List<DueCall> calls, List<ToldVisit> told, int i, List<ToldVisit> used) {
        if (i == calls.size()) return 0;
        long best = best(calls, told, i + 1, used);
        for (ToldVisit visit : told) {
            Instant start = java.util.Objects.requireNonNull(visit.start());
            long outside = Matching.outside(calls.get(i), start);
            boolean tooLate = i + 1 < calls.size()
                    && start.isAfter(calls.get(i).until())
                    && !start.isBefore(calls.get(i + 1).from());
            if (used.contains(visit) || outside > Tolerances.USUAL.reachMinutes() || tooLate) continue;
            used.add(visit);
            best = Math.max(best, 1_000_000 - outside + best(calls, told, i + 1, used));
            used.remove(visit);
        }
        return best;
    }

    private static List<Reading> read(List<DueCall> calls, ToldVisit... told) {
        return Reading.of(new Reading.Day(calls, List.of(told), Set.of(), true), Tolerances.USUAL);
    }

    private static DueCall suspended(DueCall call) {
        return new DueCall(
                call.line(),
                call.from(),
                call.until(),
                call.minutes(),
                call.workers(),
                call.critical(),
                call.essential(),
                true);
    }

    private static DueCall call(int number, String from, String until, int minutes, int workers, boolean critical) {
        return new DueCall(new UUID(0, number), at(from), at(until), minutes, workers, critical, true, false);
    }

    private static ToldVisit came(int id, String start, String end) {
        return new ToldVisit(id, "V" + id, VisitStatus.DELIVERED, null, at(start), at(end), 1, false);
    }

    private static ToldVisit planned(int id, String planned, String start, String end) {
        return new ToldVisit(id, "V" + id, VisitStatus.DELIVERED, at(planned), at(start), at(end), 1, false);
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static Instant at(@Nullable String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(Zone.LONDON).toInstant();
    }
}
