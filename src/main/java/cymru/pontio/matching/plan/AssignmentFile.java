package cymru.pontio.matching.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads generalised assignment problems as the OR-Library keeps them: how many problems there are, then for each the
 * numbers of agents and jobs, what each agent gains (or costs) by each job, what each job takes up of each agent, and the
 * agents’ capacities.
 */
public final class AssignmentFile {
    private AssignmentFile() {}

    /** @param minimise the figures are costs, and the worth of an answer is what it costs, below nought */
    public static List<Problem> problems(String text, boolean minimise) {
        PrimitiveIterator.OfLong numbers = Pattern.compile("\\s+")
                .splitAsStream(text.strip())
                .mapToLong(Long::parseLong)
                .iterator();
        List<Problem> problems = new ArrayList<>();
        for (long count = numbers.nextLong(); count > 0; count--) problems.add(problem(numbers, minimise));
        return problems;
    }

    private static Problem problem(PrimitiveIterator.OfLong numbers, boolean minimise) {
        int agents = (int) numbers.nextLong();
        int jobs = (int) numbers.nextLong();
        long[][] worth = table(numbers, agents, jobs);
        long[][] amount = table(numbers, agents, jobs);
        long[] capacity = table(numbers, 1, agents)[0];
        List<List<Problem.Choice>> choices = IntStream.range(0, jobs)
                .mapToObj(job -> IntStream.range(0, agents)
                        .mapToObj(agent -> new Problem.Choice(
                                minimise ? -worth[agent][job] : worth[agent][job],
                                new int[] {agent},
                                new long[] {amount[agent][job]}))
                        .toList())
                .toList();
        return Problem.ofEveryPackage(capacity, choices);
    }

    private static long[][] table(PrimitiveIterator.OfLong numbers, int rows, int columns) {
        long[][] table = new long[rows][columns];
        for (long[] row : table) for (int i = 0; i < columns; i++) row[i] = numbers.nextLong();
        return table;
    }
}
