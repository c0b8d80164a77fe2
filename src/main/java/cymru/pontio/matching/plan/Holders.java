package cymru.pontio.matching.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Who holds which pools: those that any choice uses together are one provider’s. */
final class Holders {
    /** Of each choice; a choice that uses nothing up has none. */
    final int[] ofChoice;

    final int[][] pools;
    final int[][] choices;

    Holders(Problem problem) {
        int[] parent = IntStream.range(0, problem.capacity.length).toArray();
        for (int c = 0; c < problem.choices(); c++)
            for (int u = problem.firstUse[c] + 1; u < problem.firstUse[c + 1]; u++)
                parent[root(parent, problem.pool[u])] = root(parent, problem.pool[problem.firstUse[c]]);
        int[] number = new int[parent.length];
        Arrays.fill(number, Problem.NONE);
        List<List<Integer>> own = new ArrayList<>();
        ofChoice = new int[problem.choices()];
        for (int c = 0; c < ofChoice.length; c++) {
            ofChoice[c] = Problem.NONE;
            if (problem.firstUse[c] == problem.firstUse[c + 1]) continue;
            int root = root(parent, problem.pool[problem.firstUse[c]]);
            if (number[root] == Problem.NONE) {
                number[root] = own.size();
                own.add(new ArrayList<>());
            }
            ofChoice[c] = number[root];
            own.get(number[root]).add(c);
        }
        choices = new int[own.size()][];
        pools = new int[own.size()][];
        for (int h = 0; h < choices.length; h++) {
            choices[h] = own.get(h).stream().mapToInt(c -> c).toArray();
            pools[h] = Arrays.stream(choices[h])
                    .flatMap(c -> IntStream.range(problem.firstUse[c], problem.firstUse[c + 1]))
                    .map(u -> problem.pool[u])
                    .distinct()
                    .sorted()
                    .toArray();
        }
    }

    static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    }

    int count() {
        return choices.length;
    }
}
