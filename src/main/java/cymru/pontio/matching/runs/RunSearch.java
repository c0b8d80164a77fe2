package cymru.pontio.matching.runs;

import cymru.pontio.carepackages.Band;
import cymru.pontio.matching.AskedCall;
import cymru.pontio.matching.runs.Alone.Why;
import cymru.pontio.providers.Lot;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for runs among packages that wait. Whoever has waited longest begins; the one that adds most shared care for its
 * travel joins, until nobody makes the run better. Each package is in one run at most. The same list gives the same runs.
 */
public final class RunSearch {
    /** A worker's day holds no more homes than people remember. */
    public static final int MOST_PACKAGES = 5;

    /** Minutes from one home of a run to another. */
    public static final int MOST_LEG = 30;

    /** Minutes a worker may wait within one round. */
    public static final int MOST_IDLE = 30;

    /** Of a hundred minutes at the door. */
    public static final int MOST_TRAVEL_PERCENT = 35;

    /** Of those near enough the ones that have waited longest are tried, so that a long list is answered as soon as a short one. */
    public static final int MOST_TRIED = 40;

    private static final int MIDNIGHT = 24 * 60;

    private final Travel travel;
    private final List<Waiting> all;

    private RunSearch(List<Waiting> waiting, Travel travel) {
        this.travel = travel;
        this.all = waiting.stream()
                .sorted(Comparator.comparingInt(Waiting::days).reversed().thenComparing(Waiting::ref))
                .toList();
    }

    /** @param alone in the order in which they have waited */
    public record Found(List<Run> runs, List<Alone> alone) {}

    public static Found find(List<Waiting> waiting, Travel travel) {
        return new RunSearch(waiting, travel).search();
    }

    private Found search() {
        Set<Waiting> free = new LinkedHashSet<>(all);
        free.removeIf(one -> hurdle(one) != null);
        List<Run> runs = new ArrayList<>();
        Set<Waiting> taken = new LinkedHashSet<>();
        for (Waiting first : List.copyOf(free)) {
            if (taken.contains(first)) continue;
            Run run = grow(first, free, taken);
            if (run == null) continue;
            runs.add(run);
            taken.addAll(run.packages());
        }
        List<Alone> alone = all.stream()
                .filter(one -> !taken.contains(one))
                .map(one -> new Alone(one, why(one, free)))
                .toList();
        return new Found(runs, alone);
    }

    private @Nullable Run grow(Waiting first, Set<Waiting> free, Set<Waiting> taken) {
        List<Waiting> members = new ArrayList<>(List.of(first));
        Run best = null;
        while (members.size() < MOST_PACKAGES) {
            Run better = null;
            int tries = 0;
            for (Waiting next : free) {
                if (members.contains(next) || taken.contains(next)) continue;
                List<Waiting> tried = new ArrayList<>(members);
                tried.add(next);
                if (!near(tried)) continue;
                if (tries++ == MOST_TRIED) break;
                if (!(attempt(tried) instanceof Workable(Run run))) continue;
                if (better == null || worth(run) > worth(better)) better = run;
            }
            if (better == null || best != null && worth(better) <= worth(best)) return best;
            best = better;
            members = new ArrayList<>(best.packages());
        }
        return best;
    }

    /** Shared care counts, travel counts against it. */
    private static int worth(Run run) {
        return run.sharedMinutes() - run.travelMinutes();
    }

    private @Nullable Why hurdle(Waiting one) {
        if (one.underWay()) return Why.UNDER_WAY;
        return one.lot() == Lot.SESSIONAL ? null : Why.LOT;
    }

    /** Tried with each of the others, whoever has them now: how far the best attempt came. */
    private Why why(Waiting one, Set<Waiting> free) {
        Why hurdle = hurdle(one);
        if (hurdle != null) return hurdle;
        Why furthest = Why.FAR;
        int tries = 0;
        for (Waiting other : free) {
            if (other.equals(one) || !near(List.of(one, other))) continue;
            if (tries++ == MOST_TRIED || furthest == Why.TAKEN) break;
            Why why = attempt(List.of(one, other)) instanceof Not(Why not) ? not : Why.TAKEN;
            if (why.compareTo(furthest) > 0) furthest = why;
        }
        return furthest;
    }

    private sealed interface Attempt {}

    private record Workable(Run run) implements Attempt {}

    private record Not(Why why) implements Attempt {}

    private Attempt attempt(List<Waiting> packages) {
        if (!near(packages)) return new Not(Why.FAR);
        List<Round> rounds = rounds(packages);
        if (rounds.isEmpty()) return new Not(Why.TIMES);
        if (!together(packages, rounds)) return new Not(Why.APART);
        BitSet takers = (BitSet) packages.getFirst().takers().clone();
        packages.forEach(one -> takers.and(one.takers()));
        Run run = new Run(List.copyOf(packages), rounds, takers);
        if (run.travelMinutes() * 100 > MOST_TRAVEL_PERCENT * run.workerMinutes()) return new Not(Why.ROAD);
        return takers.isEmpty() ? new Not(Why.NOBODY) : new Workable(run);
    }

    private boolean near(List<Waiting> packages) {
        for (Waiting one : packages)
            for (Waiting other : packages) {
                int minutes = travel.minutes(one.area(), other.area());
                if (minutes == Travel.UNKNOWN || minutes > MOST_LEG) return false;
            }
        return true;
    }

    private record Slot(Band band, int workers) {}

    /** Every part of the day of every day, days that are alike as one; empty if the calls of any do not follow one another. */
    private List<Round> rounds(List<Waiting> packages) {
        Map<Slot, Map<List<Stop>, StringBuilder>> alike = new HashMap<>();
        for (char day = '1'; day <= '7'; day++) {
            Map<Slot, List<Stop>> today = new HashMap<>();
            for (Waiting one : packages)
                for (AskedCall call : one.calls())
                    if (call.days().indexOf(day) >= 0)
                        today.computeIfAbsent(new Slot(call.band(), call.workers()), slot -> new ArrayList<>())
                                .add(stop(one, call));
            for (var entry : today.entrySet())
                alike.computeIfAbsent(entry.getKey(), slot -> new HashMap<>())
                        .computeIfAbsent(entry.getValue(), stops -> new StringBuilder())
                        .append(day);
        }
        Map<String, Round> rounds = new TreeMap<>();
        for (var slot : alike.entrySet())
            for (var days : slot.getValue().entrySet()) {
                Sequence.Found found = Sequence.of(days.getKey(), travel).orElse(null);
                if (found == null || found.idle() > MOST_IDLE) return List.of();
                Slot key = slot.getKey();
                String digits = days.getValue().toString();
                rounds.put(
                        key.band.ordinal() + " " + key.workers + " " + digits,
                        new Round(
                                key.band,
                                key.workers,
                                digits,
                                found.calls(),
                                found.care(),
                                found.travel(),
                                found.idle()));
            }
        return List.copyOf(rounds.values());
    }

    /** At least half of the calls a week of each package are in a round with another's. */
    private static boolean together(List<Waiting> packages, List<Round> rounds) {
        for (Waiting one : packages) {
            int calls = 0;
            int shared = 0;
            for (Round round : rounds)
                for (Round.Call call : round.calls()) {
                    if (!call.stop().home().equals(one.ref())) continue;
                    calls += round.days().length();
                    if (round.shared()) shared += round.days().length();
                }
            if (shared * 2 < calls) return false;
        }
        return true;
    }

    /** A window that is not given is the whole part of the day; a night goes on past midnight. */
    private static Stop stop(Waiting one, AskedCall call) {
        LocalTime from = call.from();
        LocalTime until = call.until();
        int first = minute(call.band(), from == null ? call.band().from() : from);
        int last = minute(call.band(), until == null ? call.band().until() : until);
        return new Stop(one.ref(), one.area(), first, Math.max(first, last), call.minutes());
    }

    private static int minute(Band band, LocalTime time) {
        int minute = time.toSecondOfDay() / 60;
        return band == Band.NIGHT && minute < MIDNIGHT / 2 ? minute + MIDNIGHT : minute;
    }
}
