package cymru.pontio.matching.plan;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.pontio.matching.plan.PlanInput.Call;
import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import cymru.pontio.matching.plan.PlanInput.Slot;
import cymru.pontio.matching.plan.PlanInput.Supply;
import cymru.pontio.matching.plan.Verifier.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerifierTests {
    private static final Need ONE = need("ONE", new Call("MORNING", 1, 210));
    private static final Need TWO = need("TWO", new Call("MORNING", 2, 210));

    @Test
    void passesWhatFits() {
        assertThat(faults(input(420, 420, PlanInput.NO_LIMIT), placed("ONE"), placed("TWO")))
                .isEmpty();
    }

    @Test
    void countsTwoWorkersTwice() {
        assertThat(faults(input(420, 419, PlanInput.NO_LIMIT), placed("TWO"))).containsExactly(Kind.SLOT_OVERSOLD);
    }

    @Test
    void countsHoursForEitherTogether() {
        PlanInput either = input(Map.of(new Slot("BRECON", "MORNING", 0), 629), PlanInput.NO_LIMIT, List.of());
        assertThat(faults(either, placed("TWO"))).isEmpty();
        assertThat(faults(either, placed("ONE"), placed("TWO"))).containsExactly(Kind.SLOT_OVERSOLD);
    }

    @Test
    void findsTheWeekOversold() {
        assertThat(faults(input(420, 420, 629), placed("ONE"), placed("TWO"))).containsExactly(Kind.WEEK_OVERSOLD);
    }

    @Test
    void findsAPackagePlacedTwice() {
        assertThat(faults(input(420, 420, PlanInput.NO_LIMIT), placed("ONE"), placed("ONE")))
                .containsExactly(Kind.TWICE);
    }

    @Test
    void findsEveryBrokenRule() {
        PlanInput input =
                input(Map.of(new Slot("BRECON", "MORNING", 1), 420), PlanInput.NO_LIMIT, List.of("training", "welsh"));
        assertThat(faults(input, placed("ONE"))).containsExactly(Kind.RULE_BROKEN, Kind.RULE_BROKEN);
    }

    @Test
    void findsWhoIsNotInTheInput() {
        assertThat(faults(input(420, 420, PlanInput.NO_LIMIT), new Plan.Placed("ONE", "NOBODY")))
                .containsExactly(Kind.UNKNOWN);
    }

    @Test
    void findsHoursNeverDeclared() {
        assertThat(faults(input(Map.of(), PlanInput.NO_LIMIT, List.of()), placed("ONE")))
                .containsExactly(Kind.SLOT_OVERSOLD);
    }

    /** Seeded fault: take the hours that were asked for, whatever the plan takes. */
    @Test
    void findsTheHoursOfTheWayInWhichItIsGiven() {
        Need either = new Need(
                "ONE",
                "BRECON",
                List.of(new Call("MORNING", 1, 420)),
                List.of(List.of(new Call("LUNCH", 1, 420))),
                1,
                1,
                0,
                false);
        PlanInput lunch = new PlanInput(
                List.of(either),
                List.of(new Supply("AGENCY", Map.of(new Slot("BRECON", "LUNCH", 1), 420), PlanInput.NO_LIMIT)),
                List.of(new Pair(0, 0, List.of(), 50, 2_000, 0)));
        assertThat(faults(lunch, new Plan.Placed("ONE", "AGENCY", 1))).isEmpty();
        assertThat(faults(lunch, placed("ONE"))).containsExactly(Kind.SLOT_OVERSOLD);
        assertThat(faults(lunch, new Plan.Placed("ONE", "AGENCY", 2))).containsExactly(Kind.UNKNOWN);
        Plan plan = new Planning(lunch, Objective.USUAL)
                .plan(new LagrangianPlanner(), LagrangianPlannerTests.effort(1, 1_000), Planner.Watch.ALONE);
        assertThat(plan.placed()).containsExactly(new Plan.Placed("ONE", "AGENCY", 1));
        assertThat(plan.proven()).isTrue();
        assertThat(new Planning(lunch, Objective.USUAL)
                        .repair(new LagrangianPlanner(), plan)
                        .placed())
                .isEqualTo(plan.placed());
    }

    @Test
    void findsABoundBelowThePlan() {
        assertThat(Verifier.check(input(420, 420, PlanInput.NO_LIMIT), new Plan(List.of(), 2, 1, 0, false)))
                .extracting(Verifier.Fault::kind)
                .containsExactly(Kind.WORTH_ABOVE_BOUND);
    }

    private static List<Kind> faults(PlanInput input, Plan.Placed... placed) {
        return Verifier.check(input, new Plan(List.of(placed), 0, 0, 0, false)).stream()
                .map(Verifier.Fault::kind)
                .toList();
    }

    private static PlanInput input(int one, int two, int weekly) {
        return input(
                Map.of(new Slot("BRECON", "MORNING", 1), one, new Slot("BRECON", "MORNING", 2), two),
                weekly,
                List.of());
    }

    private static PlanInput input(Map<Slot, Integer> spare, int weekly, List<String> broken) {
        return new PlanInput(
                List.of(ONE, TWO),
                List.of(new Supply("AGENCY", spare, weekly)),
                List.of(new Pair(0, 0, broken, 50, 2_000, 0), new Pair(1, 0, broken, 50, 2_000, 0)));
    }

    private static Plan.Placed placed(String need) {
        return new Plan.Placed(need, "AGENCY");
    }

    private static Need need(String ref, Call call) {
        return new Need(ref, "BRECON", List.of(call), 1, 1, 0, false);
    }
}
