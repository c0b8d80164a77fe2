import cymru.pontio.matching.plan.ExampleCounty;
import cymru.pontio.matching.plan.LagrangianPlanner;
import cymru.pontio.matching.plan.Objective;
import cymru.pontio.matching.plan.PlanInput;
import cymru.pontio.matching.plan.Planner;
import cymru.pontio.matching.plan.Planning;
import cymru.pontio.matching.plan.Verifier;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Plans of whole waiting lists: bench/run plan [seeds]. Value is hours × (1000·urgency + 10·suitability − (rate − 18)), urgency
 * 1, 2, 4 or 8. Share is what was reached of the planner's own proven bound, which no plan can pass; greedy is the most urgent
 * first with the best provider that has room. Every plan goes through the independent verifier.
 */
final class Plan {
    private static final Objective VALUE = new Objective(List.of(1_000, 2_000, 4_000, 8_000), 0, 0, 1, 1, 1, 0);
    private static final Planner PLANNER = new LagrangianPlanner();

    public static void main(String[] args) {
        int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Planner.Effort warm = new Planner.Effort(1, 200_000, Duration.ofMinutes(1));
        new Planning(ExampleCounty.of(200, 60, 99), VALUE).plan(PLANNER, warm, Planner.Watch.ALONE);
        System.out.println("packages x providers      seed  value          share  gap     greedy  wall s  CPU s  steps");
        for (int packages : new int[] {100, 500, 2_000})
            for (int seed = 1; seed <= seeds; seed++)
                run(packages + " x 60", ExampleCounty.of(packages, 60, seed), seed);
        run("10000 x 1320 x 286", ExampleCounty.of(10_000, 1_320, 286, 22, 1), 1);
    }

    private static void run(String name, PlanInput input, int seed) {
        Planning planning = new Planning(input, VALUE);
        long wall = System.nanoTime();
        long cpu = cpu();
        var plan = planning.plan(PLANNER, Planner.Effort.usual(seed, input.needs().size()), Planner.Watch.ALONE);
        double seconds = (System.nanoTime() - wall) / 1e9;
        double burnt = (cpu() - cpu) / 1e9;
        verify(input, plan);
        System.out.printf(
                "%-24s %5d  %-13d  %.4f  %.2f %%  %.3f   %5.2f   %5.2f  %d%s%n",
                name,
                seed,
                plan.worth(),
                1 - plan.gap(),
                100 * plan.gap(),
                (double) planning.mostUrgentFirst() / plan.bound(),
                seconds,
                burnt,
                plan.steps(),
                plan.proven() ? "  proven" : "");
        repair(input, plan);
    }

    /** The provider with the most packages closes to new work. */
    private static void repair(PlanInput input, cymru.pontio.matching.plan.Plan plan) {
        Map<String, Long> count = plan.placed().stream()
                .collect(Collectors.groupingBy(cymru.pontio.matching.plan.Plan.Placed::supply, Collectors.counting()));
        String closed = count.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        PlanInput without = new PlanInput(
                input.needs(),
                input.supplies(),
                input.pairs().stream()
                        .filter(pair -> !input.supplies().get(pair.supply()).ref().equals(closed))
                        .toList());
        Planning planning = new Planning(without, VALUE);
        long wall = System.nanoTime();
        long cpu = cpu();
        var after = planning.repair(PLANNER, plan);
        double ms = (System.nanoTime() - wall) / 1e6;
        double burnt = (cpu() - cpu) / 1e6;
        verify(without, after);
        Map<String, String> has = after.placed().stream()
                .collect(Collectors.toMap(
                        cymru.pontio.matching.plan.Plan.Placed::need, cymru.pontio.matching.plan.Plan.Placed::supply));
        List<cymru.pontio.matching.plan.Plan.Placed> moved = plan.placed().stream()
                .filter(one -> !one.supply().equals(closed) && !one.supply().equals(has.get(one.need())))
                .toList();
        long needless = moved.stream().filter(one -> Verifier.check(without, back(after, one)).isEmpty()).count();
        System.out.printf(
                "    one provider of %d closes: %.0f ms (%.0f CPU), %d others moved so that more are placed, %d needlessly, gap %.2f %%%n",
                count.get(closed), ms, burnt, moved.size(), needless, 100 * after.gap());
    }

    /** The plan, but this one where it was before. */
    private static cymru.pontio.matching.plan.Plan back(
            cymru.pontio.matching.plan.Plan plan, cymru.pontio.matching.plan.Plan.Placed one) {
        List<cymru.pontio.matching.plan.Plan.Placed> placed = new ArrayList<>(plan.placed());
        placed.removeIf(other -> other.need().equals(one.need()));
        placed.add(one);
        return new cymru.pontio.matching.plan.Plan(placed, 0, 0, 0, false);
    }

    private static void verify(PlanInput input, cymru.pontio.matching.plan.Plan plan) {
        var faults = Verifier.check(input, plan);
        if (!faults.isEmpty()) throw new IllegalStateException(faults.toString());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
