package cymru.pontio.matching.plan;

import cymru.pontio.matching.plan.PlanInput.Call;
import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import cymru.pontio.matching.plan.PlanInput.Slot;
import cymru.pontio.matching.plan.PlanInput.Supply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns needs and spare hours into bare figures for the planner, and its answer back. */
public final class Planning {
    private final PlanInput input;
    private final List<List<Pair>> allowed;
    private final Problem problem;

    public Planning(PlanInput input, Objective objective) {
        this.input = input;
        this.allowed = IntStream.range(0, input.needs().size())
                .mapToObj(n -> (List<Pair>) new ArrayList<Pair>())
                .toList();
        input.pairs().stream()
                .filter(Pair::allowed)
                .forEach(pair -> allowed.get(pair.need()).add(pair));
        this.problem = new Figures(objective).problem();
    }

    public Problem problem() {
        return problem;
    }

    public Plan plan(Planner planner, Planner.Effort effort, Planner.Watch watch) {
        return plan(planner.plan(problem, effort, watch));
    }

    /** @return points of the plan of a careful broker: the most urgent first, each with the best provider that has room */
    public long mostUrgentFirst() {
        return Draft.of(problem, new FirstPlans(problem).byUrgency()).worth();
    }

    /** @param before a plan, perhaps from before something happened; providers and packages are known by their refs */
    public Plan repair(Planner planner, Plan before) {
        Map<String, Plan.Placed> kept = new HashMap<>();
        before.placed().forEach(one -> kept.put(one.need(), one));
        int[] choices = IntStream.range(0, allowed.size())
                .map(n -> choice(n, kept.get(input.needs().get(n).ref())))
                .toArray();
        return plan(planner.repair(problem, choices));
    }

    private int choice(int need, Plan.@Nullable Placed kept) {
        int ways = input.needs().get(need).ways();
        if (kept == null || kept.way() >= ways) return Problem.NONE;
        for (int i = 0; i < allowed.get(need).size(); i++)
            if (input.supplies().get(allowed.get(need).get(i).supply()).ref().equals(kept.supply()))
                return i * ways + kept.way();
        return Problem.NONE;
    }

    private Plan plan(Solution solution) {
        List<Plan.Placed> placed = IntStream.range(0, allowed.size())
                .filter(n -> solution.choices()[n] != Problem.NONE)
                .mapToObj(n -> placed(n, solution.choices()[n]))
                .toList();
        return new Plan(placed, solution.worth(), solution.bound(), solution.steps(), solution.cutShort());
    }

    private Plan.Placed placed(int need, int choice) {
        int ways = input.needs().get(need).ways();
        Pair pair = allowed.get(need).get(choice / ways);
        return new Plan.Placed(
                input.needs().get(need).ref(),
                input.supplies().get(pair.supply()).ref(),
                choice % ways);
    }

    private final class Figures {
        private final Objective objective;
        private final List<Long> capacity = new ArrayList<>();
        private final List<Map<Slot, Integer>> pools = new ArrayList<>();
        private final List<Integer> weekly = new ArrayList<>();
        private final int cheapest = input.pairs().stream()
                .filter(Pair::allowed)
                .mapToInt(Pair::pence)
                .min()
                .orElse(0);

        Figures(Objective objective) {
            this.objective = objective;
        }

        Problem problem() {
            input.supplies().forEach(this::add);
            List<List<Problem.Choice>> choices = allowed.stream()
                    .map(own -> own.stream().flatMap(this::choices).toList())
                    .toList();
            return Problem.of(capacity.stream().mapToLong(minutes -> minutes).toArray(), choices);
        }

        private void add(Supply supply) {
            Map<Slot, Integer> own = new HashMap<>();
            supply.spare().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.comparing(Slot::toString)))
                    .forEach(one -> own.put(one.getKey(), pool(one.getValue())));
            pools.add(own);
            weekly.add(pool(supply.weekly()));
        }

        private int pool(int minutes) {
            capacity.add((long) Math.max(0, minutes));
            return capacity.size() - 1;
        }

        /** One for each way in which the care can be given, those as many as the need has. */
        private Stream<Problem.Choice> choices(Pair pair) {
            return IntStream.range(0, input.needs().get(pair.need()).ways()).mapToObj(way -> choice(pair, way));
        }

        /** A point less for each way further from what is asked: no more than what decides between equals. */
        private Problem.Choice choice(Pair pair, int way) {
            Need need = input.needs().get(pair.need());
            Map<Integer, Long> uses = new HashMap<>();
            for (Call call : need.calls(way))
                uses.merge(slot(pair.supply(), need.patch(), call), (long) call.workerMinutes(), Long::sum);
            if (input.supplies().get(pair.supply()).weekly() != PlanInput.NO_LIMIT)
                uses.put(weekly.get(pair.supply()), (long) need.workerMinutes());
            int[] used = uses.keySet().stream().mapToInt(i -> i).sorted().toArray();
            return new Problem.Choice(
                    objective.worth(need, pair, cheapest) - way,
                    used,
                    Arrays.stream(used).mapToLong(uses::get).toArray());
        }

        private int slot(int supply, String patch, Call call) {
            Map<Slot, Integer> own = pools.get(supply);
            Integer apart = own.get(new Slot(patch, call.part(), call.workers()));
            if (apart != null) return apart;
            Integer either = own.get(new Slot(patch, call.part(), 0));
            return either != null ? either : nothing(own, new Slot(patch, call.part(), call.workers()));
        }

        /** Hours that were never declared are none. */
        private int nothing(Map<Slot, Integer> own, Slot slot) {
            own.put(slot, pool(0));
            return own.get(slot);
        }
    }
}
