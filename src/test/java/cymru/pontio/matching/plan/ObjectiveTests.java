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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One agency has ten hours, or two agencies have, and not everybody can be placed. */
class ObjectiveTests {
    private static final int HOURS = 600;

    @Test
    void urgentBeforeRoutine() {
        assertThat(placed(List.of(need("ROUTINE", 600, 1), need("URGENT", 600, 4))))
                .containsOnlyKeys("URGENT");
    }

    @Test
    void urgentBeforeMoreHoursOfRoutine() {
        assertThat(placed(List.of(need("ROUTINE", 600, 1), need("URGENT", 120, 4))))
                .containsOnlyKeys("URGENT");
    }

    @Test
    void twoPeopleBeforeOneWithTheSameHours() {
        assertThat(placed(List.of(need("LONG", 600, 2), need("A", 300, 2), need("B", 300, 2))))
                .containsOnlyKeys("A", "B");
    }

    /** Seeded fault: count everybody alike; the plan for people then places fewer of those who wait. */
    @Test
    void whoWaitsBeforeWhoIsStillCaredFor() {
        Need leaving = new Need("LEAVING", "BRECON", List.of(new Call("MORNING", 1, 600)), 0, 1, 0, false);
        for (Aim aim : Aim.values())
            assertThat(placed(List.of(leaving, need("WAITS", 600, 1)), aim))
                    .as("%s", aim)
                    .containsOnlyKeys("WAITS");
        for (Aim aim : List.of(Aim.PEOPLE, Aim.HOURS))
            assertThat(placed(List.of(leaving, need("WAITS", 300, 1)), aim))
                    .as("%s", aim)
                    .containsOnlyKeys("WAITS");
    }

    /** Seeded fault: explain them in the order of their references. */
    @Test
    void whoIsLeftOutIsExplainedTheMostUrgentFirst() {
        assertThat(PlanRuns.mostUrgentFirst(List.of(
                        need("A", 60, 1, 300), need("B", 60, 4, 1), need("C", 60, 4, 9), need("D", 60, 1, 300))))
                .containsExactly(2, 1, 0, 3);
    }

    @Test
    void moreHoursBeforeFewer() {
        assertThat(placed(List.of(need("LONG", 600, 2), need("SHORT", 400, 2)))).containsOnlyKeys("LONG");
    }

    @Test
    void somebodyPlacedBeforeWhatSuitsBetter() {
        List<Need> needs = List.of(need("A", 600, 1), need("B", 600, 1));
        List<Pair> pairs = List.of(
                new Pair(0, 0, List.of(), 100, 2_000, 0),
                new Pair(0, 1, List.of(), 0, 3_000, 0),
                new Pair(1, 0, List.of(), 0, 3_000, 0));
        assertThat(placed(needs, pairs)).containsEntry("A", "S1").containsEntry("B", "S0");
    }

    @Test
    void whatSuitsBetterBeforeWhatIsCheaper() {
        List<Pair> pairs = List.of(new Pair(0, 0, List.of(), 80, 2_900, 0), new Pair(0, 1, List.of(), 60, 2_000, 10));
        assertThat(placed(List.of(need("A", 600, 1)), pairs)).containsEntry("A", "S0");
    }

    @Test
    void whatIsCheaperBeforeFairShares() {
        List<Pair> pairs = List.of(new Pair(0, 0, List.of(), 60, 2_000, 0), new Pair(0, 1, List.of(), 60, 2_200, 10));
        assertThat(placed(List.of(need("A", 600, 1)), pairs)).containsEntry("A", "S0");
    }

    @Test
    void fairSharesBetweenEquals() {
        List<Pair> pairs = List.of(new Pair(0, 0, List.of(), 60, 2_000, 3), new Pair(0, 1, List.of(), 60, 2_000, 7));
        assertThat(placed(List.of(need("A", 600, 1)), pairs)).containsEntry("A", "S1");
    }

    @Test
    void neverAgainstAHardRuleHoweverUrgent() {
        assertThat(placed(List.of(need("A", 600, 4)), List.of(new Pair(0, 0, List.of("training"), 100, 1_800, 10))))
                .isEmpty();
    }

    /** Seeded fault: fairness left at nought; one of three alike is given everything, all year. */
    @Test
    void givesEachOfThreeAlikeItsShareOfAYear() {
        Map<String, Integer> given = new HashMap<>();
        for (int week = 0; week < 52; week++) {
            List<Pair> pairs = IntStream.range(0, 3)
                    .mapToObj(s -> new Pair(
                            0, s, List.of(), 60, 2_000, FairShares.points(given.getOrDefault("S" + s, 0), 6_000)))
                    .toList();
            placed(List.of(need("W" + week, 300, 1)), pairs, 3)
                    .values()
                    .forEach(s -> given.merge(s, 300, Integer::sum));
        }
        assertThat(given.values())
                .hasSize(3)
                .allSatisfy(minutes -> assertThat(minutes).isBetween(14 * 300, 21 * 300));
    }

    /**
     * There are hours for one package a week. An urgent one comes up in the town each week and a routine one in the hills
     * every fourth: more than can be placed, and yet nobody in the hills waits for more than half a year. Seeded fault: no
     * step for waiting; the hills are never served.
     */
    @Test
    void letsNoPatchWaitForEver() {
        Map<String, Integer> since = new HashMap<>();
        int served = 0;
        for (int week = 0; week < 104; week++) {
            since.put("TOWN" + week, week);
            if (week % 4 == 0) since.put("HILLS" + week, week);
            for (String done : placed(waiting(since, week)).keySet()) {
                if (done.startsWith("HILLS")) served++;
                since.remove(done);
            }
            int now = week;
            assertThat(since).allSatisfy((ref, from) -> assertThat(now - from).isLessThan(26));
        }
        assertThat(served).isGreaterThan(10);
    }

    private static List<Need> waiting(Map<String, Integer> since, int week) {
        return since.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> {
                    int days = 7 * (week - one.getValue());
                    return need(
                            one.getKey(), 600, FairShares.urgency(one.getKey().startsWith("TOWN") ? 3 : 1, days), days);
                })
                .toList();
    }

    private static Map<String, String> placed(List<Need> needs) {
        List<Pair> pairs = IntStream.range(0, needs.size())
                .mapToObj(n -> new Pair(n, 0, List.of(), 50, 2_000, 0))
                .toList();
        return placed(needs, pairs);
    }

    private static Map<String, String> placed(List<Need> needs, List<Pair> pairs) {
        return placed(needs, pairs, 2);
    }

    private static Map<String, String> placed(List<Need> needs, Aim aim) {
        List<Pair> pairs = IntStream.range(0, needs.size())
                .mapToObj(n -> new Pair(n, 0, List.of(), 50, 2_000, 0))
                .toList();
        return placed(needs, pairs, 1, aim.objective());
    }

    private static Map<String, String> placed(List<Need> needs, List<Pair> pairs, int agencies) {
        return placed(needs, pairs, agencies, Objective.USUAL);
    }

    private static Map<String, String> placed(List<Need> needs, List<Pair> pairs, int agencies, Objective objective) {
        List<Supply> supplies = new ArrayList<>();
        for (int s = 0; s < agencies; s++)
            supplies.add(new Supply("S" + s, Map.of(new Slot("BRECON", "MORNING", 1), HOURS), PlanInput.NO_LIMIT));
        PlanInput input = new PlanInput(needs, supplies, pairs);
        Plan plan = new Planning(input, objective)
                .plan(new LagrangianPlanner(), LagrangianPlannerTests.effort(1, 1_000), Planner.Watch.ALONE);
        assertThat(Verifier.check(input, plan)).isEmpty();
        return LagrangianPlannerTests.of(plan);
    }

    private static Need need(String ref, int minutes, int urgency) {
        return need(ref, minutes, urgency, 0);
    }

    private static Need need(String ref, int minutes, int urgency, int waited) {
        return new Need(ref, "BRECON", List.of(new Call("MORNING", 1, minutes)), 1, urgency, waited, false);
    }
}
