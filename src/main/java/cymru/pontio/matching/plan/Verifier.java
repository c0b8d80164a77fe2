package cymru.pontio.matching.plan;

import cymru.pontio.matching.plan.PlanInput.Call;
import cymru.pontio.matching.plan.PlanInput.Need;
import cymru.pontio.matching.plan.PlanInput.Pair;
import cymru.pontio.matching.plan.PlanInput.Slot;
import cymru.pontio.matching.plan.PlanInput.Supply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks a plan against its input by plain book-keeping, with nothing in common with the planner: each package at most
 * once, no hard rule broken, no hours sold twice. No plan is shown that has not been through here.
 */
public final class Verifier {
    /** What can be wrong with a plan. */
    public enum Kind {
        UNKNOWN,
        TWICE,
        RULE_BROKEN,
        SLOT_OVERSOLD,
        WEEK_OVERSOLD,
        WORTH_ABOVE_BOUND
    }

    /** @param what a package’s or a provider’s ref, with the rule or the slot */
    public record Fault(Kind kind, String what) {}

    private final PlanInput input;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Map<String, Integer>> used = new TreeMap<>();
    private final Map<String, Integer> week = new TreeMap<>();

    private Verifier(PlanInput input) {
        this.input = input;
    }

    /** @return everything that is wrong; nothing for a plan that may be shown */
    public static List<Fault> check(PlanInput input, Plan plan) {
        Verifier verifier = new Verifier(input);
        Set<String> seen = new HashSet<>();
        Map<String, Map<String, Pair>> pairs = verifier.pairs(plan);
        for (Plan.Placed placed : plan.placed()) {
            if (!seen.add(placed.need())) verifier.fault(Kind.TWICE, placed.need());
            verifier.placed(placed, pairs.getOrDefault(placed.need(), Map.of()).get(placed.supply()));
        }
        verifier.input.supplies().forEach(verifier::oversold);
        if (plan.worth() > plan.bound()) verifier.fault(Kind.WORTH_ABOVE_BOUND, "" + plan.worth());
        return verifier.faults;
    }

    private void placed(Plan.Placed placed, @Nullable Pair pair) {
        if (pair == null
                || placed.way() < 0
                || placed.way() >= input.needs().get(pair.need()).ways()) {
            fault(Kind.UNKNOWN, placed.need() + " " + placed.supply());
            return;
        }
        pair.broken().forEach(rule -> fault(Kind.RULE_BROKEN, placed.need() + " " + rule));
        Need need = input.needs().get(pair.need());
        Map<String, Integer> account = used.computeIfAbsent(placed.supply(), ref -> new TreeMap<>());
        for (Call call : need.calls(placed.way())) {
            int workersTime = call.minutes() * call.workers();
            account.merge(key(need.patch(), call.part(), call.workers()), workersTime, Integer::sum);
            week.merge(placed.supply(), workersTime, Integer::sum);
        }
    }

    /** Of the packages that are placed, by package and provider; of several for the same two the first. */
    private Map<String, Map<String, Pair>> pairs(Plan plan) {
        Set<String> placed = plan.placed().stream().map(Plan.Placed::need).collect(Collectors.toSet());
        Map<String, Map<String, Pair>> found = new HashMap<>();
        for (Pair pair : input.pairs()) {
            String need = input.needs().get(pair.need()).ref();
            if (placed.contains(need))
                found.computeIfAbsent(need, ref -> new HashMap<>())
                        .putIfAbsent(input.supplies().get(pair.supply()).ref(), pair);
        }
        return found;
    }

    /** Hours declared for one worker or for two serve only those; hours declared for either serve what has none of its own. */
    private void oversold(Supply supply) {
        Map<String, Integer> shared = new TreeMap<>();
        for (Map.Entry<String, Integer> one :
                used.getOrDefault(supply.ref(), Map.of()).entrySet()) {
            String[] at = one.getKey().split("\t");
            Integer own = supply.spare().get(new Slot(at[0], at[1], Integer.parseInt(at[2])));
            if (own == null) shared.merge(at[0] + "\t" + at[1], one.getValue(), Integer::sum);
            else if (one.getValue() > own) fault(Kind.SLOT_OVERSOLD, supply.ref() + " " + one.getKey());
        }
        shared.forEach((at, minutes) -> {
            String[] place = at.split("\t");
            if (minutes > supply.spare().getOrDefault(new Slot(place[0], place[1], 0), 0))
                fault(Kind.SLOT_OVERSOLD, supply.ref() + " " + at);
        });
        if (week.getOrDefault(supply.ref(), 0) > supply.weekly()) fault(Kind.WEEK_OVERSOLD, supply.ref());
    }

    private static String key(String patch, String part, int workers) {
        return patch + "\t" + part + "\t" + workers;
    }

    private void fault(Kind kind, String what) {
        faults.add(new Fault(kind, what));
    }
}
