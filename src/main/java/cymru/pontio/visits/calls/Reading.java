package cymru.pontio.visits.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one person's day with one provider reads: each call with what came of it, and each visit that answers none in its
 * place.
 *
 * @param punctual whether a call that somebody attended began in time; none where nobody did
 * @param minutes delivered, as the person received them
 * @param workers who came
 */
record Reading(
        @Nullable DueCall call,
        @Nullable ToldVisit visit,
        @Nullable ToldVisit second,
        Outcome outcome,
        Set<Remark> remarks,
        @Nullable Boolean punctual,
        int minutes,
        int workers) {

    /** @param reported whether the time to tell of the day's visits is over */
    record Day(List<DueCall> calls, List<ToldVisit> visits, Set<Long> elsewhere, boolean reported) {
        /** All its calls are suspended. */
        boolean nothingDue() {
            return !calls.isEmpty() && calls.stream().allMatch(DueCall::suspended);
        }
    }

    static List<Reading> of(Day day, Tolerances tolerances) {
        return Matching.of(day.calls(), day.visits(), tolerances).stream()
                .map(pair -> of(pair, day, tolerances))
                .toList();
    }

    private static Reading of(Matching.Pair pair, Day day, Tolerances tolerances) {
        DueCall asked = pair.call();
        if (asked != null && asked.suspended()) return notDue(pair, asked, day, tolerances);
        Outcome outcome = outcome(pair, day);
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        DueCall call = pair.call();
        ToldVisit visit = pair.visit();
        boolean care = visit != null && visit.status().delivers();
        int workers = !care || visit == null ? 0 : pair.second() == null ? visit.workers() : 2;
        Boolean punctual = null;
        if (care && visit != null) {
            if (call != null) {
                punctual = punctual(call, visit, tolerances);
                if (!punctual) remarks.add(call.critical() ? Remark.NOT_PUNCTUAL : Remark.OUT_OF_BAND);
                length(call, visit, tolerances, remarks);
                if (workers < call.workers()) remarks.add(Remark.ONE_WORKER);
            }
            if (day.elsewhere().contains(visit.id())) remarks.add(Remark.WORKER_ELSEWHERE);
            if (overlapsAnother(pair, day)) remarks.add(Remark.OVERLAP);
            if (pair.second() != null) remarks.add(Remark.TWO_VISITS);
        }
        return new Reading(
                call,
                visit,
                pair.second(),
                outcome,
                remarks,
                punctual,
                care && visit != null ? visit.minutes() : 0,
                workers);
    }

    /** Whoever came though nobody had to answers no call. */
    private static Reading notDue(Matching.Pair pair, DueCall call, Day day, Tolerances tolerances) {
        ToldVisit visit = pair.visit();
        if (visit != null && visit.status().delivers())
            return of(new Matching.Pair(null, visit, pair.second()), day, tolerances);
        return new Reading(call, visit, null, Outcome.NOT_DUE, Set.of(), null, 0, 0);
    }

    private static Outcome outcome(Matching.Pair pair, Day day) {
        ToldVisit visit = pair.visit();
        if (visit == null) return day.reported() ? Outcome.NOT_REPORTED : Outcome.AWAITED;
        return switch (visit.status()) {
            case DELIVERED ->
                pair.call() != null ? Outcome.MET : day.calls().isEmpty() ? Outcome.UNALLOCATED : Outcome.EXTRA;
            case UNPLANNED -> Outcome.POP_BACK;
            case MISSED -> pair.call() == null && day.nothingDue() ? Outcome.NOT_DUE : Outcome.MISSED;
            case FRUSTRATED -> Outcome.FRUSTRATED;
            case CANCELLED_BY_PERSON, CANCELLED_BY_COUNCIL -> Outcome.CANCELLED;
        };
    }

    /** Time-critical: around the planned time, or the window's beginning where none within it was told. Others: in the window. */
    static boolean punctual(DueCall call, ToldVisit visit, Tolerances tolerances) {
        Instant start = visit.start();
        if (start == null) return false;
        if (!call.critical()) return within(call, start);
        Instant planned = visit.planned();
        boolean within = planned != null && within(call, planned);
        Instant time = within && planned != null ? planned : call.from();
        return Duration.between(time, start).abs().compareTo(Duration.ofMinutes(tolerances.criticalMinutes())) <= 0;
    }

    private static boolean within(DueCall call, Instant moment) {
        return !moment.isBefore(call.from()) && !moment.isAfter(call.until());
    }

    private static void length(DueCall call, ToldVisit visit, Tolerances tolerances, Set<Remark> remarks) {
        int minutes = visit.minutes();
        if (minutes * 100 < call.minutes() * tolerances.shortPercent())
            remarks.add(visit.reasonGiven() ? Remark.SHORT_WITH_REASON : Remark.SHORT);
        if (minutes > call.minutes() + tolerances.longMinutes()) remarks.add(Remark.LONG);
    }

    private static boolean overlapsAnother(Matching.Pair pair, Day day) {
        ToldVisit visit = pair.visit();
        if (visit == null) return false;
        return day.visits().stream()
                .anyMatch(other -> !other.equals(visit)
                        && !other.equals(pair.second())
                        && other.status().delivers()
                        && other.overlaps(visit));
    }

    /** What somebody has to look at; nothing for care as it should be, and for what is merely welcome. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        switch (outcome) {
            case MISSED, NOT_REPORTED, EXTRA, UNALLOCATED -> problems.add(outcome.name());
            default -> {}
        }
        for (Remark remark : remarks) if (remark != Remark.SHORT_WITH_REASON) problems.add(remark.name());
        return problems;
    }
}
