package cymru.pontio.matching.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads generalised assignment problems as the OR-Library keeps them: how many problems there are, then for each the
 * numbers of agents and jobs, what each agent gains (or costs) by each job, what each job takes up of each agent, and the
 * agents’ capacities. Lines may break anywhere. A file that holds one problem and does not say how many is read too.
 */
public final class AssignmentFile {
    private final long[] numbers;
    private final boolean minimise;
    private int at;

    private AssignmentFile(long[] numbers, boolean minimise) {
        this.numbers = numbers;
        this.minimise = minimise;
    }

    /**
     * @param minimise the figures are costs, and the worth of an answer is what it costs, below nought
     * @throws IllegalArgumentException if it is not such a file
     */
    public static List<Problem> problems(String text, boolean minimise) {
        AssignmentFile file = new AssignmentFile(
                Pattern.compile("\\s+")
                        .splitAsStream(text.strip())
                        .mapToLong(Long::parseLong)
                        .toArray(),
                minimise);
        if (file.endAfter(1, file.numbers[0]) == file.numbers.length) return file.read(1, file.numbers[0]);
        if (file.endAfter(0, 1) == file.numbers.length) return file.read(0, 1);
        throw new IllegalArgumentException("neither so many problems as its first number says, nor one");
    }

    /** @return the place behind so many problems, or behind the last number if there are too few */
    private long endAfter(int from, long problems) {
        long end = from;
        for (long i = 0; i < problems; i++) {
            if (end + 1 >= numbers.length) return Long.MAX_VALUE;
            long agents = numbers[(int) end];
            long jobs = numbers[(int) end + 1];
            end += 2 + 2 * agents * jobs + agents;
            if (end > numbers.length) return Long.MAX_VALUE;
        }
        return end;
    }

    private List<Problem> read(int from, long problems) {
        at = from;
        List<Problem> all = new ArrayList<>();
        for (long i = 0; i < problems; i++) all.add(problem());
        return all;
    }

    private Problem problem() {
        int agents = (int) numbers[at++];
        int jobs = (int) numbers[at++];
        long[][] worth = table(agents, jobs);
        long[][] amount = table(agents, jobs);
        long[] capacity = table(1, agents)[0];
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

    private long[][] table(int rows, int columns) {
        long[][] table = new long[rows][columns];
        for (long[] row : table) for (int i = 0; i < columns; i++) row[i] = numbers[at++];
        return table;
    }
}
