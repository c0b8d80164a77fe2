package cymru.pontio.matching.plan;

import cymru.pontio.matching.plan.PlanInput.Call;
import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import cymru.pontio.matching.plan.PlanInput.Slot;
import cymru.pontio.matching.plan.PlanInput.Supply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why packages are left out, as the one or two things that would let each in. Every answer is made by changing just that
 * and planning again; what does not hold is not said.
 */
final class LeftOut {
    private static final int AT_MOST = 3;

    private final PlanInput input;
    private final Objective objective;
    private final Planner planner;
    private final Plan plan;
    private final Set<String> unalterable;
    private final Map<String, Map<Slot, Integer>> used = new HashMap<>();
    private final Map<String, Integer> week = new HashMap<>();

    /** @param unalterable rules nobody should think of relaxing, like the person’s own refusal */
    LeftOut(PlanInput input, Objective objective, Planner planner, Plan plan, Set<String> unalterable) {
        this.input = input;
        this.objective = objective;
        this.planner = planner;
        this.plan = plan;
        this.unalterable = unalterable;
        Map<String, Need> needs = input.needs().stream().collect(Collectors.toMap(Need::ref, need -> need));
        Map<String, Supply> supplies = input.supplies().stream().collect(Collectors.toMap(Supply::ref, one -> one));
        for (Plan.Placed one : plan.placed()) {
            Need need = needs.get(one.need());
            Supply supply = supplies.get(one.supply());
            if (need == null || supply == null) throw new IllegalArgumentException("plan of another input");
            for (Call call : need.calls())
                used.computeIfAbsent(one.supply(), ref -> new HashMap<>())
                        .merge(slot(supply, need, call), call.workerMinutes(), Integer::sum);
            week.merge(one.supply(), need.workerMinutes(), Integer::sum);
        }
    }

    /** @return fewest constraints first, then fewest hours; at most three, of different kinds or providers */
    List<WayIn> waysIn(int need) {
        List<WayIn> found = new ArrayList<>();
        List<Pair> own = input.pairs().stream()
                .filter(pair -> pair.need() == need && pair.broken().size() <= 1)
                .filter(pair -> pair.broken().stream().noneMatch(unalterable::contains))
                .sorted(Comparator.comparingInt(this::constraints)
                        .thenComparingInt(this::lack)
                        .thenComparing(pair -> -pair.suitability())
                        .thenComparingInt(Pair::supply))
                .toList();
        for (Pair pair : own) {
            if (found.size() == AT_MOST) break;
            WayIn way = way(pair);
            boolean said = found.stream()
                    .anyMatch(one -> one.constraints() < way.constraints()
                            || (way.rule() != null && way.rule().equals(one.rule())));
            if (!said && holds(pair)) found.add(way);
        }
        return found;
    }

    private int constraints(Pair pair) {
        return way(pair).constraints();
    }

    private WayIn way(Pair pair) {
        return new WayIn(
                input.supplies().get(pair.supply()).ref(),
                pair.broken().isEmpty() ? null : pair.broken().getFirst(),
                lack(pair),
                (long) pair.pence() * input.needs().get(pair.need()).minutes() / 60);
    }

    /** Worker minutes a week that the provider has too little, beside what the plan gives it. */
    private int lack(Pair pair) {
        int slots = lacking(pair).values().stream().mapToInt(minutes -> minutes).sum();
        return Math.max(slots, lackingInTheWeek(pair));
    }

    private int lackingInTheWeek(Pair pair) {
        Supply supply = input.supplies().get(pair.supply());
        if (supply.weekly() == PlanInput.NO_LIMIT) return 0;
        int needed = input.needs().get(pair.need()).workerMinutes();
        return Math.max(0, needed + week.getOrDefault(supply.ref(), 0) - supply.weekly());
    }

    private Map<Slot, Integer> lacking(Pair pair) {
        Need need = input.needs().get(pair.need());
        Supply supply = input.supplies().get(pair.supply());
        Map<Slot, Integer> lacking = new HashMap<>();
        for (Call call : need.calls()) lacking.merge(slot(supply, need, call), call.workerMinutes(), Integer::sum);
        lacking.replaceAll((slot, minutes) -> Math.max(
                0,
                minutes
                        + used.getOrDefault(supply.ref(), Map.of()).getOrDefault(slot, 0)
                        - supply.spare().getOrDefault(slot, 0)));
        return lacking;
    }

    private boolean holds(Pair pair) {
        List<Pair> pairs = new ArrayList<>(input.pairs());
        pairs.set(
                input.pairs().indexOf(pair),
                new Pair(pair.need(), pair.supply(), List.of(), pair.suitability(), pair.pence(), pair.fairness()));
        List<Supply> supplies = new ArrayList<>(input.supplies());
        Supply before = supplies.get(pair.supply());
        Map<Slot, Integer> spare = new HashMap<>(before.spare());
        lacking(pair).forEach((slot, minutes) -> {
            if (minutes > 0) spare.merge(slot, minutes, Integer::sum);
        });
        supplies.set(
                pair.supply(),
                new Supply(
                        before.ref(),
                        spare,
                        before.weekly() == PlanInput.NO_LIMIT
                                ? PlanInput.NO_LIMIT
                                : before.weekly() + lackingInTheWeek(pair)));
        PlanInput changed = new PlanInput(input.needs(), supplies, pairs);
        Plan after = new Planning(changed, objective).repair(planner, plan);
        Set<String> has = after.placed().stream().map(Plan.Placed::need).collect(Collectors.toSet());
        return Verifier.check(changed, after).isEmpty()
                && has.contains(input.needs().get(pair.need()).ref())
                && plan.placed().stream().allMatch(one -> has.contains(one.need()));
    }

    private static Slot slot(Supply supply, Need need, Call call) {
        Slot apart = new Slot(need.patch(), call.part(), call.workers());
        Slot either = new Slot(need.patch(), call.part(), 0);
        return !supply.spare().containsKey(apart) && supply.spare().containsKey(either) ? either : apart;
    }
}
