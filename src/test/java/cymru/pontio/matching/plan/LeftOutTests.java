package cymru.pontio.matching.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.matching.plan.PlanInput.Call;
import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import cymru.pontio.matching.plan.PlanInput.Slot;
import cymru.pontio.matching.plan.PlanInput.Supply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftOutTests {
    private static final Planner PLANNER = new LagrangianPlanner();
    private static final Slot MORNING = new Slot("BRECON", "MORNING", 1);

    @Test
    void saysHowManyHoursAreLacking() {
        assertThat(ways(300, pair(0, List.of()))).containsExactly(new WayIn("S0", null, 120, 14_000));
    }

    @Test
    void saysWhichRuleIsInTheWay() {
        assertThat(ways(420, pair(0, List.of("TRAINING")))).containsExactly(new WayIn("S0", "TRAINING", 0, 14_000));
    }

    @Test
    void saysBothWhereBothAreInTheWay() {
        assertThat(ways(300, pair(0, List.of("TRAINING")))).containsExactly(new WayIn("S0", "TRAINING", 120, 14_000));
    }

    @Test
    void saysTheEasiestFirst() {
        assertThat(ways(300, pair(0, List.of()), pair(1, List.of("TRAINING")), pair(2, List.of("WELSH"))))
                .extracting(WayIn::constraints)
                .containsExactly(1, 1, 1);
    }

    @Test
    void saysNothingOfWhatNobodyShouldRelaxOrOfMoreThanTwoThings() {
        assertThat(ways(420, pair(0, List.of("REFUSAL")), pair(1, List.of("TRAINING", "WELSH"))))
                .isEmpty();
    }

    /** Each way in is taken by itself: the package has its place and nobody loses one. */
    @Test
    void holdsWhenTheChangeIsReallyMade() {
        int told = 0;
        for (long seed = 1; seed <= 3; seed++) {
            PlanInput input = ExampleCounty.of(40, 15, seed);
            Plan plan = plan(input);
            LeftOut leftOut = new LeftOut(input, Objective.USUAL, PLANNER, plan, Set.of());
            Set<String> placed = refs(plan);
            for (int n = 0; n < input.needs().size(); n++) {
                String ref = input.needs().get(n).ref();
                if (placed.contains(ref)) continue;
                for (WayIn way : leftOut.waysIn(n)) {
                    PlanInput changed = changed(input, plan, n, way);
                    Plan after = new Planning(changed, Objective.USUAL).repair(PLANNER, plan);
                    assertThat(Verifier.check(changed, after)).isEmpty();
                    assertThat(refs(after))
                            .as("%s by %s", ref, way)
                            .contains(ref)
                            .containsAll(placed);
                    told++;
                }
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void showsWhatTheAimChanges() {
        PlanInput input = ExampleCounty.of(60, 15, 4);
        Plan people = new Planning(input, Objective.PEOPLE)
                .plan(PLANNER, LagrangianPlannerTests.effort(1, 20_000), Planner.Watch.ALONE);
        Plan hours = new Planning(input, Objective.HOURS)
                .plan(PLANNER, LagrangianPlannerTests.effort(1, 20_000), Planner.Watch.ALONE);
        assertThat(people.placed()).hasSizeGreaterThanOrEqualTo(hours.placed().size());
        assertThat(minutes(input, hours)).isGreaterThanOrEqualTo(minutes(input, people));
    }

    /** What the package would oversell is added, part of the day by part of the day. */
    private static PlanInput changed(PlanInput input, Plan plan, int need, WayIn way) {
        List<Pair> pairs = input.pairs().stream()
                .map(pair -> pair.need() == need
                                && input.supplies().get(pair.supply()).ref().equals(way.supply())
                        ? new Pair(need, pair.supply(), List.of(), pair.suitability(), pair.pence(), 0)
                        : pair)
                .toList();
        List<Supply> supplies = input.supplies().stream()
                .map(one -> one.ref().equals(way.supply()) ? enough(input, plan, one, need) : one)
                .toList();
        return new PlanInput(input.needs(), supplies, pairs);
    }

    private static Supply enough(PlanInput input, Plan plan, Supply supply, int need) {
        Map<Slot, Integer> needed = new HashMap<>();
        int week = 0;
        for (Need one : input.needs())
            if (one.equals(input.needs().get(need)) || plan.placed().contains(new Plan.Placed(one.ref(), supply.ref())))
                for (Call call : one.calls()) {
                    needed.merge(slot(supply, one, call), call.workerMinutes(), Integer::sum);
                    week += call.workerMinutes();
                }
        Map<Slot, Integer> spare = new HashMap<>(supply.spare());
        needed.forEach((slot, minutes) -> spare.merge(slot, minutes, Math::max));
        return new Supply(supply.ref(), spare, Math.max(week, supply.weekly()));
    }

    /** Where a provider has declared nothing for a part of the day, hours for as many workers as the call needs. */
    private static Slot slot(Supply supply, Need need, Call call) {
        Slot either = new Slot(need.patch(), call.part(), 0);
        return supply.spare().containsKey(either) ? either : new Slot(need.patch(), call.part(), call.workers());
    }

    private static List<WayIn> ways(int spare, Pair... pairs) {
        Need need = new Need("P", "BRECON", List.of(new Call("MORNING", 1, 420)), 1, 1, 0, false);
        List<Supply> supplies = IntStream.range(0, 3)
                .mapToObj(s -> new Supply("S" + s, Map.of(MORNING, s == 0 ? spare : 420), PlanInput.NO_LIMIT))
                .toList();
        PlanInput input = new PlanInput(List.of(need), supplies, List.of(pairs));
        return new LeftOut(input, Objective.USUAL, PLANNER, plan(input), Set.of("REFUSAL")).waysIn(0);
    }

    private static Pair pair(int supply, List<String> broken) {
        return new Pair(0, supply, broken, 50, 2_000, 0);
    }

    private static Plan plan(PlanInput input) {
        return new Planning(input, Objective.USUAL)
                .plan(PLANNER, LagrangianPlannerTests.effort(1, 20_000), Planner.Watch.ALONE);
    }

    private static Set<String> refs(Plan plan) {
        return plan.placed().stream().map(Plan.Placed::need).collect(Collectors.toSet());
    }

    private static int minutes(PlanInput input, Plan plan) {
        Set<String> placed = refs(plan);
        return input.needs().stream()
                .filter(need -> placed.contains(need.ref()))
                .mapToInt(Need::minutes)
                .sum();
    }
}
