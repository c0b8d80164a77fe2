package cymru.pontio.matching.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Packages that have no provider’s hours in common need not wait for each other: each county is planned by itself. */
final class Islands {
    private final Problem problem;
    private final int[] parent;

    /**
     * @param packages which of the whole
     * @param choices which of the whole, in the order of the part
     */
    record Island(Problem problem, int[] packages, int[] choices) {}

    private Islands(Problem problem) {
        this.problem = problem;
        parent = IntStream.range(0, problem.capacity.length).toArray();
        for (int p = 0; p < problem.packages; p++) {
            int first = problem.firstUse[problem.firstChoice[p]];
            int end = problem.firstUse[problem.firstChoice[p + 1]];
            for (int u = first + 1; u < end; u++)
                parent[Holders.root(parent, problem.pool[u])] = Holders.root(parent, problem.pool[first]);
        }
    }

    /** Packages without any choice, or whose choices use nothing up, are on none. */
    static List<Island> of(Problem problem) {
        Islands islands = new Islands(problem);
        Map<Integer, List<Integer>> packages = new LinkedHashMap<>();
        for (int p = 0; p < problem.packages; p++) {
            int first = problem.firstUse[problem.firstChoice[p]];
            if (first < problem.firstUse[problem.firstChoice[p + 1]])
                packages.computeIfAbsent(Holders.root(islands.parent, problem.pool[first]), root -> new ArrayList<>())
                        .add(p);
        }
        return packages.values().stream()
                .map(some -> problem.part(some.stream().mapToInt(p -> p).toArray()))
                .toList();
    }
}
