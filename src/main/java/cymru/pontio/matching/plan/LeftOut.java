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
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why packages are left out, as the one or two things that would let each in. Every answer is made by changing just that
 * and planning again; what does not hold is not said.
 */
final class LeftOut {
    private static final int AT_MOST = 3;
    private static final int QUARTER = 15;

    private final PlanInput input;
    private final Objective objective;
    private final Planner planner;
    private final Planner.Effort effort;
    private final Plan plan;
    private final Tellable tellable;
    private final Planner.Watch watch;
    private boolean cutShort;
    private final Map<String, Map<Slot, Integer>> used = new HashMap<>();
    private final Map<String, Integer> week = new HashMap<>();

    /**
     * What may be told of rules.
     *
     * @param never nobody should think of relaxing these, like the person’s own refusal
     * @param byHours broken only because hours are lacking, so that more hours are the whole answer
     * @param alike what else a change of a provider lets it have
     */
    record Tellable(Set<String> never, Set<String> byHours, Alike alike) {}

    /** A provider that comes to an area comes there for everybody: others may take what was meant for one. */
    @FunctionalInterface
    interface Alike {
        Alike NOTHING = (need, other, supply, rule) -> false;

        /** @return whether the provider may have the other package too, as far as this rule goes, once it may have the first */
        boolean opens(int need, int other, int supply, String rule);
    }

    /**
     * @param effort of the plan, to make it again
     * @param watch asked before each try, and while the plan is made again
     */
    LeftOut(
            PlanInput input,
            Objective objective,
            Planner planner,
            Planner.Effort effort,
            Plan plan,
            Tellable tellable,
            Planner.Watch watch) {
        this.input = input;
        this.objective = objective;
        this.planner = planner;
        this.effort = effort;
        this.plan = plan;
        this.tellable = tellable;
        this.watch = watch;
        Map<String, Need> needs = input.needs().stream().collect(Collectors.toMap(Need::ref, need -> need));
        Map<String, Supply> supplies = input.supplies().stream().collect(Collectors.toMap(Supply::ref, one -> one));
        for (Plan.Placed one : plan.placed()) {
            Need need = needs.get(one.need());
            Supply supply = supplies.get(one.supply());
            if (need == null || supply == null) throw new IllegalArgumentException("plan of another input");
            for (Call call : need.calls(one.way()))
                used.computeIfAbsent(one.supply(), ref -> new HashMap<>())
                        .merge(slot(supply, need, call), call.workerMinutes(), Integer::sum);
            week.merge(one.supply(), need.workerMinutes(), Integer::sum);
        }
    }

    /** Once it is, nothing more is tried, and what was not tried is not told. */
    boolean cutShort() {
        return cutShort;
    }

    /** @return fewest constraints first, then fewest hours; at most three, of different kinds or providers */
    List<WayIn> waysIn(int need) {
        List<WayIn> found = new ArrayList<>();
        record Candidate(Pair pair, WayIn way) {}
        List<Candidate> own = input.pairs().stream()
                .filter(pair -> pair.need() == need
                        && obstacles(pair).size() <= 1
                        && pair.broken().stream().noneMatch(tellable.never::contains))
                .map(pair -> new Candidate(pair, way(pair)))
                .sorted(Comparator.comparingInt((Candidate one) -> one.way.constraints())
                        .thenComparingInt(one -> one.way.minutes())
                        .thenComparing(one -> -one.pair.suitability())
                        .thenComparingInt(one -> one.pair.supply()))
                .toList();
        for (Candidate one : own) {
            if (found.size() == AT_MOST || !goesOn()) break;
            boolean said = found.stream()
                    .anyMatch(other -> other.constraints() < one.way.constraints()
                            || (one.way.rule() != null && one.way.rule().equals(other.rule())));
            if (!said && holds(one.pair, one.way)) found.add(one.way);
        }
        return found;
    }

    private boolean goesOn() {
        cutShort |= !watch.goesOn(new Planner.Progress(plan.steps(), effort.steps(), plan.worth()));
        return !cutShort;
    }

    private WayIn way(Pair pair) {
        Supply supply = input.supplies().get(pair.supply());
        Need need = input.needs().get(pair.need());
        List<WayIn.More> more = new ArrayList<>();
        lacking(need, supply)
                .forEach((slot, minutes) -> more.add(new WayIn.More(slot.part(), slot.workers(), minutes)));
        List<String> obstacles = obstacles(pair);
        return new WayIn(
                supply.ref(),
                obstacles.isEmpty() ? null : obstacles.getFirst(),
                more,
                lackingInTheWeek(need, supply),
                (long) pair.pence() * need.minutes() / 60);
    }

    /** Rules that are broken, without those that more hours would keep. */
    private List<String> obstacles(Pair pair) {
        boolean hours = !lacking(
                        input.needs().get(pair.need()), input.supplies().get(pair.supply()))
                .isEmpty();
        return pair.broken().stream()
                .filter(rule -> !hours || !tellable.byHours.contains(rule))
                .toList();
    }

    private int lackingInTheWeek(Need need, Supply supply) {
        if (supply.weekly() == PlanInput.NO_LIMIT) return 0;
        return Math.max(0, need.workerMinutes() + week.getOrDefault(supply.ref(), 0) - supply.weekly());
    }

    /** Too little beside what the plan gives the provider, in the quarters of an hour in which hours are declared. */
    private Map<Slot, Integer> lacking(Need need, Supply supply) {
        Map<Slot, Integer> needed = new HashMap<>();
        for (Call call : need.calls()) needed.merge(slot(supply, need, call), call.workerMinutes(), Integer::sum);
        Map<Slot, Integer> lacking =
                new TreeMap<>(Comparator.comparing(Slot::part).thenComparing(Slot::workers));
        needed.forEach((slot, minutes) -> {
            int less = minutes
                    + used.getOrDefault(supply.ref(), Map.of()).getOrDefault(slot, 0)
                    - supply.spare().getOrDefault(slot, 0);
            int unit = QUARTER * Math.max(1, slot.workers());
            if (less > 0) lacking.put(slot, Math.ceilDiv(less, unit) * unit);
        });
        return lacking;
    }

    /** The change alone lets the package in beside all the others, and a plan made anew gives it its place as well. */
    private boolean holds(Pair pair, WayIn way) {
        PlanInput changed = with(pair, way);
        Planning planning = new Planning(changed, objective);
        Plan repaired = planning.repair(planner, plan);
        Set<String> has = refs(repaired);
        String ref = input.needs().get(pair.need()).ref();
        return Verifier.check(changed, repaired).isEmpty()
                && has.contains(ref)
                && has.containsAll(refs(plan))
                && refs(again(planning)).contains(ref);
    }

    /** A plan that was cut short tells nothing, so it is taken for none. */
    private Plan again(Planning planning) {
        Plan made = planning.plan(planner, effort, watch);
        cutShort |= made.cutShort();
        return cutShort ? new Plan(List.of(), 0, 0, 0, true) : made;
    }

    private static Set<String> refs(Plan plan) {
        return plan.placed().stream().map(Plan.Placed::need).collect(Collectors.toSet());
    }

    private PlanInput with(Pair pair, WayIn way) {
        List<Pair> pairs = input.pairs().stream()
                .map(other -> other.equals(pair) ? breaking(other, List.of()) : opened(other, pair, way))
                .toList();
        List<Supply> supplies = new ArrayList<>(input.supplies());
        Supply before = supplies.get(pair.supply());
        Map<Slot, Integer> spare = new HashMap<>(before.spare());
        String patch = input.needs().get(pair.need()).patch();
        for (WayIn.More more : way.more())
            spare.merge(new Slot(patch, more.part(), more.workers()), more.minutes(), Integer::sum);
        int weekly = before.weekly() == PlanInput.NO_LIMIT ? PlanInput.NO_LIMIT : before.weekly() + way.week();
        supplies.set(pair.supply(), new Supply(before.ref(), spare, weekly));
        return new PlanInput(input.needs(), supplies, pairs);
    }

    /** What the change of this pair does to another. More hours keep the rules that only lack hours. */
    private Pair opened(Pair other, Pair pair, WayIn way) {
        if (other.supply() != pair.supply() || other.allowed()) return other;
        String patch = input.needs().get(pair.need()).patch();
        boolean hours =
                way.minutes() > 0 && input.needs().get(other.need()).patch().equals(patch);
        return breaking(
                other,
                other.broken().stream()
                        .filter(rule -> !hours || !tellable.byHours.contains(rule))
                        .filter(rule -> !rule.equals(way.rule())
                                || !tellable.alike.opens(pair.need(), other.need(), pair.supply(), rule))
                        .toList());
    }

    private static Pair breaking(Pair pair, List<String> rules) {
        return new Pair(pair.need(), pair.supply(), rules, pair.suitability(), pair.pence(), pair.fairness());
    }

    private static Slot slot(Supply supply, Need need, Call call) {
        Slot apart = new Slot(need.patch(), call.part(), call.workers());
        Slot either = new Slot(need.patch(), call.part(), 0);
        return !supply.spare().containsKey(apart) && supply.spare().containsKey(either) ? either : apart;
    }
}
