package cymru.pontio.matching.plan;

import cymru.pontio.matching.AskedCall;
import cymru.pontio.matching.Work;
import cymru.pontio.matching.plan.PlanInput.Call;
import cymru.pontio.matching.plan.PlanInput.Slot;
import cymru.pontio.providers.capacity.PartOfDay;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The ways in which the calls of a package could lie if their windows were wider: each call, on all its days, in one of the
 * parts of the day in which it could then begin.
 */
final class OtherTimes {
    /** Fewest calls moved first; each way makes a plan slower. */
    private static final int MOST = 24;

    private static final int MOST_CALLS_MOVED = 3;

    private final List<AskedCall> asked;
    private final List<AskedCall> wider;
    private final PartOfDay[] parts;
    private final Map<List<Call>, Integer> found = new LinkedHashMap<>();

    private OtherTimes(Work work, Work supposed) {
        this.asked = work.calls();
        this.wider = supposed.calls();
        this.parts = asked.stream().map(AskedCall::part).toArray(PartOfDay[]::new);
    }

    static List<Call> asked(Work work) {
        return new OtherTimes(work, work).calls();
    }

    /**
     * @param supposed the same work with wider windows
     * @param held whether somebody has the hours for these calls; who asks for more ways should not lose one that serves
     */
    static List<List<Call>> of(Work work, Work supposed, Predicate<List<Call>> held) {
        OtherTimes times = new OtherTimes(work, supposed);
        List<Call> asked = times.calls();
        times.move(0, 0);
        times.found.remove(asked);
        return times.found.entrySet().stream()
                .filter(one -> held.test(one.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void move(int from, int moved) {
        found.merge(calls(), moved, Math::min);
        if (moved == MOST_CALLS_MOVED) return;
        for (int i = from; i < parts.length; i++) {
            PartOfDay before = parts[i];
            for (PartOfDay part : wider.get(i).parts()) {
                if (part == before || asked.get(i).from() == null) continue;
                parts[i] = part;
                move(i + 1, moved + 1);
            }
            parts[i] = before;
        }
    }

    private List<Call> calls() {
        Map<Slot, Integer> minutes = new HashMap<>();
        for (int i = 0; i < parts.length; i++)
            minutes.merge(
                    new Slot("", parts[i].name(), asked.get(i).workers()),
                    asked.get(i).weekly(),
                    Integer::sum);
        return minutes.entrySet().stream()
                .map(one -> new Call(one.getKey().part(), one.getKey().workers(), one.getValue()))
                .sorted(Comparator.comparing(Call::toString))
                .toList();
    }
}
