package cymru.pontio.visits.calls;

import cymru.pontio.visits.VisitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which visit answered which call of one person's day. One visit answers one call: a lunch given together with breakfast
 * leaves the lunch unanswered. As many calls as possible are answered, and then with the fewest minutes outside their
 * windows, and then by somebody who gave care. The same day always gives the same answer, in whatever order it was told.
 *
 * <p>A visit cannot answer a call when it is further outside the window than the contract's reach, nor once the next call
 * was due to begin. What a provider calls unplanned answers nothing and is welcome.
 */
final class Matching {
    private static final long DAY = 1440;
    private static final long NEVER = Long.MAX_VALUE / 4;

    /**
     * @param call none for a visit that answers no call
     * @param visit none for a call that no visit answers
     * @param second the visit of the other worker, where each worker told of their own
     */
    record Pair(
            @Nullable DueCall call,
            @Nullable ToldVisit visit,
            @Nullable ToldVisit second) {}

    private final List<DueCall> calls;
    private final List<ToldVisit> visits;
    private final Tolerances tolerances;

    private Matching(List<DueCall> calls, List<ToldVisit> visits, Tolerances tolerances) {
        this.calls = calls.stream()
                .sorted(Comparator.comparing(DueCall::from)
                        .thenComparing(DueCall::until)
                        .thenComparing(DueCall::line))
                .toList();
        this.visits = visits.stream()
                .filter(visit -> visit.moment() != null && visit.status() != VisitStatus.UNPLANNED)
                .sorted(Comparator.comparing((ToldVisit visit) -> Objects.requireNonNull(visit.moment()))
                        .thenComparing(ToldVisit::id))
                .toList();
        this.tolerances = tolerances;
    }

    /** Every call and every visit of the day once, calls first, in the order of the day. */
    static List<Pair> of(List<DueCall> calls, List<ToldVisit> told, Tolerances tolerances) {
        Matching day = new Matching(calls, told, tolerances);
        List<Pair> pairs = day.best();
        day.withoutTime(pairs, told);
        Set<ToldVisit> used = day.secondWorkers(pairs, told);
        told.stream()
                .filter(visit -> !used.contains(visit))
                .sorted(Comparator.comparing(ToldVisit::id))
                .forEach(visit -> pairs.add(new Pair(null, visit, null)));
        return pairs;
    }

    /**
     * The assignment problem, solved exactly call by call: each new call takes its cheapest visit, and calls that had it
     * move on along the cheapest chain (Kuhn and Munkres, in Jonker and Volgenant's order). Each call also has the choice of
     * nobody, which costs more than all visits together.
     */
    private List<Pair> best() {
        int n = calls.size();
        int m = visits.size() + n;
        long[] callPrice = new long[n + 1];
        long[] visitPrice = new long[m + 1];
        int[] holder = new int[m + 1];
        for (int call = 1; call <= n; call++) {
            holder[0] = call;
            int at = 0;
            long[] reach = new long[m + 1];
            Arrays.fill(reach, NEVER);
            int[] before = new int[m + 1];
            boolean[] seen = new boolean[m + 1];
            do {
                seen[at] = true;
                int next = 0;
                for (int visit = 1; visit <= m; visit++) {
                    if (seen[visit]) continue;
                    long more = price(holder[at] - 1, visit - 1) - callPrice[holder[at]] - visitPrice[visit];
                    if (more < reach[visit]) {
                        reach[visit] = more;
                        before[visit] = at;
                    }
                    if (next == 0 || reach[visit] < reach[next]) next = visit;
                }
                long step = reach[next];
                for (int visit = 0; visit <= m; visit++) {
                    if (seen[visit]) {
                        callPrice[holder[visit]] += step;
                        visitPrice[visit] -= step;
                    } else {
                        reach[visit] -= step;
                    }
                }
                at = next;
            } while (holder[at] != 0);
            while (at != 0) {
                holder[at] = holder[before[at]];
                at = before[at];
            }
        }
        ToldVisit[] answers = new ToldVisit[n];
        for (int visit = 1; visit <= visits.size(); visit++)
            if (holder[visit] != 0 && can(holder[visit] - 1, visit - 1))
                answers[holder[visit] - 1] = visits.get(visit - 1);
        List<Pair> pairs = new ArrayList<>();
        for (int call = 0; call < n; call++) pairs.add(new Pair(calls.get(call), answers[call], null));
        return pairs;
    }

    private boolean can(int i, int j) {
        Instant moment = Objects.requireNonNull(visits.get(j).moment());
        boolean tooLate = i + 1 < calls.size()
                && moment.isAfter(calls.get(i).until())
                && !moment.isBefore(calls.get(i + 1).from());
        return !tooLate && outside(calls.get(i), moment) <= tolerances.reachMinutes();
    }

    /**
     * Minutes outside the window first; among those a visit that brought care before one that did not, then the nearer to the
     * middle. Nobody costs more than all of them together.
     */
    private long price(int i, int j) {
        if (j >= visits.size()) return (tolerances.reachMinutes() + 1L) * 2 * DAY * (calls.size() + 1);
        if (!can(i, j)) return NEVER / 2;
        DueCall call = calls.get(i);
        Instant moment = Objects.requireNonNull(visits.get(j).moment());
        Instant middle =
                call.from().plus(Duration.between(call.from(), call.until()).dividedBy(2));
        return outside(call, moment) * 2 * DAY
                + (visits.get(j).delivered() ? 0 : DAY)
                + Math.min(DAY - 1, Duration.between(middle, moment).abs().toMinutes());
    }

    static long outside(DueCall call, Instant moment) {
        if (moment.isBefore(call.from()))
            return Duration.between(moment, call.from()).toMinutes();
        return moment.isAfter(call.until())
                ? Duration.between(call.until(), moment).toMinutes()
                : 0;
    }

    /**
     * A missed or cancelled visit told without its time is about the first call that nothing else answers; a missed one about
     * one that was due, if there is any.
     */
    private void withoutTime(List<Pair> pairs, List<ToldVisit> told) {
        List<ToldVisit> left = told.stream()
                .filter(visit -> visit.moment() == null)
                .sorted(Comparator.comparing(ToldVisit::id))
                .toList();
        for (ToldVisit visit : left) {
            int first = firstUnanswered(pairs, visit.status() == VisitStatus.MISSED);
            if (first < 0) first = firstUnanswered(pairs, false);
            if (first >= 0) pairs.set(first, new Pair(pairs.get(first).call(), visit, null));
        }
    }

    private static int firstUnanswered(List<Pair> pairs, boolean dueOnly) {
        for (int i = 0; i < pairs.size(); i++) {
            DueCall call = pairs.get(i).call();
            if (pairs.get(i).visit() == null && call != null && !(dueOnly && call.suspended())) return i;
        }
        return -1;
    }

    /** @return all visits that have their place now */
    private Set<ToldVisit> secondWorkers(List<Pair> pairs, List<ToldVisit> told) {
        Set<ToldVisit> used = new HashSet<>();
        pairs.forEach(pair -> {
            if (pair.visit() != null) used.add(pair.visit());
        });
        for (int i = 0; i < pairs.size(); i++) {
            DueCall call = pairs.get(i).call();
            ToldVisit visit = pairs.get(i).visit();
            if (call == null || visit == null || call.workers() < 2 || visit.workers() > 1) continue;
            ToldVisit second = told.stream()
                    .filter(other -> other.delivered() && !used.contains(other) && other.overlaps(visit))
                    .min(Comparator.comparing(ToldVisit::id))
                    .orElse(null);
            if (second == null) continue;
            used.add(second);
            pairs.set(i, new Pair(call, visit, second));
        }
        return used;
    }
}
