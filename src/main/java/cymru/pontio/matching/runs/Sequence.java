package cymru.pontio.matching.runs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order of calls that needs the least travel, then the least waiting, and keeps every window. Tries all orders, and stops
 * where one cannot become better than the best.
 */
final class Sequence {
    /** More calls than that are not one part of a day. */
    static final int MOST = 8;

    private final List<Stop> stops;
    private final Travel travel;
    private final int least;
    private final boolean[] used;
    private final List<Stop> order = new ArrayList<>();
    private List<Stop> best = List.of();
    private int bestTravel = Integer.MAX_VALUE;
    private int bestIdle = Integer.MAX_VALUE;

    private Sequence(List<Stop> stops, Travel travel) {
        // In one order whatever the caller's, so that the same calls give the same answer.
        this.stops = stops.stream()
                .sorted(Comparator.comparingInt(Stop::from)
                        .thenComparingInt(Stop::until)
                        .thenComparing(Stop::home)
                        .thenComparingInt(Stop::minutes))
                .toList();
        this.travel = travel;
        this.used = new boolean[stops.size()];
        int shortest = Integer.MAX_VALUE;
        for (Stop one : stops)
            for (Stop other : stops) if (one != other) shortest = Math.min(shortest, Math.max(0, leg(one, other)));
        least = stops.size() < 2 ? 0 : shortest;
    }

    /** @param idle minutes waited in all */
    record Found(List<Round.Call> calls, int care, int travel, int idle) {}

    /** None where no order keeps every window. */
    static Optional<Found> of(List<Stop> stops, Travel travel) {
        if (stops.isEmpty() || stops.size() > MOST) return Optional.empty();
        Sequence sequence = new Sequence(stops, travel);
        sequence.go(0, 0, Integer.MIN_VALUE);
        return sequence.best.isEmpty() ? Optional.empty() : Optional.of(sequence.found());
    }

    private void go(int depth, int travelled, int free) {
        if (travelled + least * (stops.size() - Math.max(1, depth)) > bestTravel) return;
        if (depth == stops.size()) {
            int idle = idle(order, travelled);
            if (travelled < bestTravel || idle < bestIdle) {
                best = List.copyOf(order);
                bestTravel = travelled;
                bestIdle = idle;
            }
            return;
        }
        if (bestIdle == 0 && bestTravel <= least * (stops.size() - 1)) return;
        for (int i = 0; i < stops.size(); i++) {
            if (used[i]) continue;
            Stop next = stops.get(i);
            int way = depth == 0 ? 0 : leg(order.get(depth - 1), next);
            if (way < 0) continue;
            int start = depth == 0 ? next.from() : Math.max(next.from(), free + way);
            if (start > next.until()) continue;
            used[i] = true;
            order.add(next);
            go(depth + 1, travelled + way, start + next.minutes());
            order.removeLast();
            used[i] = false;
        }
    }

    private int leg(Stop one, Stop other) {
        return one.home().equals(other.home()) ? 0 : travel.minutes(one.area(), other.area());
    }

    /** Beginning as late as all windows allow, and each further call as soon as it may: so nobody waits longer than need be. */
    private List<Integer> starts(List<Stop> calls) {
        int last = calls.getLast().until();
        for (int i = calls.size() - 2; i >= 0; i--)
            last = Math.min(calls.get(i).until(), last - calls.get(i).minutes() - leg(calls.get(i), calls.get(i + 1)));
        List<Integer> starts = new ArrayList<>();
        int free = last;
        for (int i = 0; i < calls.size(); i++) {
            if (i > 0) free += leg(calls.get(i - 1), calls.get(i));
            int start = Math.max(free, calls.get(i).from());
            starts.add(start);
            free = start + calls.get(i).minutes();
        }
        return Collections.unmodifiableList(starts);
    }

    private int idle(List<Stop> calls, int travelled) {
        List<Integer> starts = starts(calls);
        int span = starts.getLast() + calls.getLast().minutes() - starts.getFirst();
        return span - care() - travelled;
    }

    private int care() {
        return stops.stream().mapToInt(Stop::minutes).sum();
    }

    private Found found() {
        List<Integer> starts = starts(best);
        List<Round.Call> calls = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) calls.add(new Round.Call(best.get(i), starts.get(i)));
        return new Found(List.copyOf(calls), care(), bestTravel, bestIdle);
    }
}
