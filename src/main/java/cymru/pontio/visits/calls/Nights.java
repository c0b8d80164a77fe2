package cymru.pontio.visits.calls;

import cymru.pontio.kernel.Zone;
import cymru.pontio.visits.VisitStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call of the night belongs to the day of its evening; a visit is told with the date of the clock. So a visit after
 * midnight is one of the evening before, if a call of that night lacks one and no call of its own day is as near.
 */
record Nights(
        Map<CallDay, List<DueCall>> due, Map<CallDay, List<ToldVisit>> told, Map<CallDay, Tolerances> tolerances) {

    /** What must be known to read these days and those beside their nights. */
    static Set<CallDay> around(Collection<CallDay> days, Set<CallDay> nights) {
        Set<CallDay> around = new LinkedHashSet<>(days);
        for (CallDay day : days)
            if (nights.contains(day) || nights.contains(day.before()))
                around.addAll(List.of(
                        day.before().before(),
                        day.before(),
                        day.after(),
                        day.after().after()));
        return around;
    }

    /** The days to read with these: the evening before, and the morning after if anything was told of it. */
    Set<CallDay> withNeighbours(Collection<CallDay> days, Set<CallDay> nights) {
        Set<CallDay> all = new LinkedHashSet<>(days);
        for (CallDay day : days) {
            if (nights.contains(day.before())) all.add(day.before());
            if (nights.contains(day) && told.containsKey(day.after())) all.add(day.after());
        }
        return all;
    }

    List<DueCall> calls(CallDay day) {
        return due.getOrDefault(day, List.of());
    }

    List<ToldVisit> visits(CallDay day) {
        List<ToldVisit> visits = new ArrayList<>(told.getOrDefault(day, List.of()));
        visits.removeAll(early(day));
        visits.addAll(early(day.after()));
        return visits;
    }

    Tolerances allowed(CallDay day) {
        return tolerances.getOrDefault(day, Tolerances.USUAL);
    }

    private List<ToldVisit> early(CallDay day) {
        List<ToldVisit> evening = told.getOrDefault(day.before(), List.of());
        List<DueCall> night = calls(day.before()).stream()
                .filter(call -> call.until().isAfter(Zone.startOf(day.day())))
                .filter(call -> !answered(call, evening))
                .toList();
        if (night.isEmpty()) return List.of();
        int reach = allowed(day.before()).reachMinutes();
        return told.getOrDefault(day, List.of()).stream()
                .filter(visit -> visit.status() != VisitStatus.UNPLANNED)
                .filter(visit -> isNearer(visit.moment(), night, calls(day), reach))
                .toList();
    }

    private static boolean isNearer(@Nullable Instant moment, List<DueCall> night, List<DueCall> own, int reach) {
        if (moment == null) return false;
        long away = nearest(moment, night);
        return away <= reach && away < nearest(moment, own);
    }

    private static long nearest(Instant moment, List<DueCall> calls) {
        return calls.stream()
                .mapToLong(call -> Matching.outside(call, moment))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static boolean answered(DueCall call, List<ToldVisit> evening) {
        int came = 0;
        for (ToldVisit visit : evening) {
            Instant moment = visit.moment();
            if (visit.delivered() && moment != null && Matching.outside(call, moment) == 0) came += visit.workers();
        }
        return came >= call.workers();
    }
}
