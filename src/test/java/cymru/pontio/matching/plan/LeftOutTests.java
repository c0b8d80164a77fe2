package cymru.pontio.matching.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.matching.plan.PlanInput.Call;
import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import cymru.pontio.matching.plan.PlanInput.Slot;
import cymru.pontio.matching.plan.PlanInput.Supply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftOutTests {
    private static final Planner PLANNER = new LagrangianPlanner();
    private static final Planner.Effort EFFORT = LagrangianPlannerTests.effort(1, 20_000);
    private static final LeftOut.Tellable ALL =
            new LeftOut.Tellable(Set.of("REFUSAL"), Set.of("TIME_CRITICAL"), LeftOut.Alike.NOTHING);
    private static final Slot MORNING = new Slot("BRECON", "MORNING", 1);

    @Test
    void saysHowManyHoursAreLacking() {
        assertThat(ways(300, pair(0, List.of()))).containsExactly(new WayIn("S0", null, morning(120), 0, 14_000));
    }

    @Test
    void saysWhichRuleIsInTheWay() {
        assertThat(ways(420, pair(0, List.of("TRAINING"))))
                .containsExactly(new WayIn("S0", "TRAINING", List.of(), 0, 14_000));
    }

    @Test
    void saysBothWhereBothAreInTheWay() {
        assertThat(ways(300, pair(0, List.of("TRAINING"))))
                .containsExactly(new WayIn("S0", "TRAINING", morning(120), 0, 14_000));
    }

    @Test
    void takesMoreHoursForTheWholeAnswerWhereTheyAre() {
        assertThat(ways(300, pair(0, List.of("TIME_CRITICAL"))))
                .containsExactly(new WayIn("S0", null, morning(120), 0, 14_000));
        assertThat(ways(300, pair(0, List.of("PATCH", "TIME_CRITICAL"))))
                .containsExactly(new WayIn("S0", "PATCH", morning(120), 0, 14_000));
        assertThat(ways(420, pair(0, List.of("TIME_CRITICAL"))))
                .containsExactly(new WayIn("S0", "TIME_CRITICAL", List.of(), 0, 14_000));
    }

    @Test
    void asksForQuartersOfAnHourBecauseTheyAreDeclaredSo() {
        assertThat(ways(302, pair(0, List.of()))).containsExactly(new WayIn("S0", null, morning(120), 0, 14_000));
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

    /** Seeded faults, each by itself: let the change open the one package alone; let more hours keep no rule of another. */
    @Test
    void saysNothingThatOthersWouldTake() {
        Need routine = new Need("P", "BRECON", List.of(new Call("MORNING", 1, 420)), 1, 1, 0, false);
        Need urgent = new Need("Q", "BRECON", List.of(new Call("MORNING", 1, 420)), 1, 4, 0, false);
        List<Need> needs = List.of(routine, urgent);
        List<Supply> none = List.of(new Supply("S0", Map.of(), PlanInput.NO_LIMIT));
        PlanInput elsewhere = new PlanInput(
                needs, none, List.of(pair(0, List.of("PATCH")), new Pair(1, 0, List.of("PATCH"), 50, 2_000, 0)));
        assertThat(ways(elsewhere, ALL)).extracting(WayIn::rule).containsExactly("PATCH");
        LeftOut.Alike area = (need, other, supply, rule) -> rule.equals("PATCH");
        assertThat(ways(elsewhere, new LeftOut.Tellable(Set.of(), Set.of(), area)))
                .isEmpty();
        PlanInput critical = new PlanInput(
                needs, none, List.of(pair(0, List.of()), new Pair(1, 0, List.of("TIME_CRITICAL"), 50, 2_000, 0)));
        assertThat(ways(critical, ALL)).isEmpty();
    }

    private static List<WayIn> ways(PlanInput input, LeftOut.Tellable tellable) {
        return new LeftOut(input, Objective.USUAL, PLANNER, EFFORT, plan(input), tellable, Planner.Watch.ALONE)
                .waysIn(0);
    }

    /**
     * Each way in is taken by itself, just as it is told: with it, a plan made anew places the package, and the old plan with
     * the package in it is a plan too.
     */
    @Test
    void holdsWhenTheChangeIsReallyMade() {
        int told = 0;
        for (long seed = 1; seed <= 3; seed++) {
            PlanInput input = ExampleCounty.of(40, 15, seed);
            Plan plan = plan(input);
            LeftOut leftOut = new LeftOut(input, Objective.USUAL, PLANNER, EFFORT, plan, ALL, Planner.Watch.ALONE);
            Set<String> placed = refs(plan);
            for (int n = 0; n < input.needs().size(); n++) {
                String ref = input.needs().get(n).ref();
                if (placed.contains(ref)) continue;
                for (WayIn way : leftOut.waysIn(n)) {
                    PlanInput changed = changed(input, n, way);
                    assertThat(refs(plan(changed))).as("%s by %s", ref, way).contains(ref);
                    List<Plan.Placed> beside = new ArrayList<>(plan.placed());
                    beside.add(new Plan.Placed(ref, way.supply()));
                    assertThat(Verifier.check(changed, new Plan(beside, 0, 0, 0, false)))
                            .as("%s by %s", ref, way)
                            .isEmpty();
                    told++;
                }
            }
        }
        assertThat(told).isGreaterThan(10);
    }

    /** Seeded fault: ask the watch nothing; everything is tried. */
    @Test
    void triesNoMoreOnceStoppedAndTellsNothingThatWasNotTried() {
        PlanInput input = ExampleCounty.of(40, 15, 1);
        Plan plan = plan(input);
        Set<String> placed = refs(plan);
        int[] left = IntStream.range(0, input.needs().size())
                .filter(n -> !placed.contains(input.needs().get(n).ref()))
                .toArray();
        AtomicInteger asked = new AtomicInteger();
        LeftOut whole = new LeftOut(
                input, Objective.USUAL, PLANNER, EFFORT, plan, ALL, progress -> asked.incrementAndGet() > 0);
        List<List<WayIn>> ways = IntStream.of(left).mapToObj(whole::waysIn).toList();
        assertThat(whole.cutShort()).isFalse();
        int enough = asked.get() / 2;
        asked.set(0);
        LeftOut stopped = new LeftOut(
                input, Objective.USUAL, PLANNER, EFFORT, plan, ALL, progress -> asked.incrementAndGet() < enough);
        for (int i = 0; i < left.length; i++) {
            List<WayIn> own = stopped.waysIn(left[i]);
            if (stopped.cutShort()) assertThat(own).isEqualTo(ways.get(i).subList(0, own.size()));
            else assertThat(own).isEqualTo(ways.get(i));
        }
        assertThat(stopped.cutShort()).isTrue();
        assertThat(asked.get()).isLessThan(enough + 2 * left.length);
        assertThat(stopped.waysIn(left[0])).isEmpty();
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

    /** Nothing but what is told. */
    private static PlanInput changed(PlanInput input, int need, WayIn way) {
        List<Pair> pairs = input.pairs().stream()
                .map(pair -> pair.need() == need
                                && input.supplies().get(pair.supply()).ref().equals(way.supply())
                        ? new Pair(need, pair.supply(), List.of(), pair.suitability(), pair.pence(), 0)
                        : pair)
                .toList();
        List<Supply> supplies = input.supplies().stream()
                .map(one ->
                        one.ref().equals(way.supply()) ? with(one, input.needs().get(need), way) : one)
                .toList();
        return new PlanInput(input.needs(), supplies, pairs);
    }

    private static Supply with(Supply supply, Need need, WayIn way) {
        Map<Slot, Integer> spare = new HashMap<>(supply.spare());
        way.more()
                .forEach(more ->
                        spare.merge(new Slot(need.patch(), more.part(), more.workers()), more.minutes(), Integer::sum));
        return new Supply(supply.ref(), spare, supply.weekly() + way.week());
    }

    private static List<WayIn.More> morning(int minutes) {
        return List.of(new WayIn.More("MORNING", 1, minutes));
    }

    private static List<WayIn> ways(int spare, Pair... pairs) {
        Need need = new Need("P", "BRECON", List.of(new Call("MORNING", 1, 420)), 1, 1, 0, false);
        List<Supply> supplies = IntStream.range(0, 3)
                .mapToObj(s -> new Supply("S" + s, Map.of(MORNING, s == 0 ? spare : 420), PlanInput.NO_LIMIT))
                .toList();
        PlanInput input = new PlanInput(List.of(need), supplies, List.of(pairs));
        return new LeftOut(input, Objective.USUAL, PLANNER, EFFORT, plan(input), ALL, Planner.Watch.ALONE).waysIn(0);
    }

    private static Pair pair(int supply, List<String> broken) {
        return new Pair(0, supply, broken, 50, 2_000, 0);
    }

    private static Plan plan(PlanInput input) {
        return new Planning(input, Objective.USUAL).plan(PLANNER, EFFORT, Planner.Watch.ALONE);
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
