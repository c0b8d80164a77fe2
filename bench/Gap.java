import cymru.pontio.matching.plan.AssignmentFile;
import cymru.pontio.matching.plan.LagrangianPlanner;
import cymru.pontio.matching.plan.Planner;
import cymru.pontio.matching.plan.Problem;
import cymru.pontio.matching.plan.Solution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Generalised assignment problems in the OR-Library's text format: bench/run gap [--min|--max] [--steps N] FILE…
 * Without a flag the files called gapa… to gapf… are read as costs, as they are published, and all others as gains.
 */
final class Gap {
    public static void main(String[] args) throws IOException {
        String flag = "";
        long steps = 3_000_000;
        if (args.length == 0) System.out.println("bench/run gap [--min|--max] [--steps N] FILE…");
        for (int i = 0; i < args.length; i++)
            if (args[i].equals("--min") || args[i].equals("--max")) flag = args[i];
            else if (args[i].equals("--steps")) steps = Long.parseLong(args[++i]);
            else file(Path.of(args[i]), flag, steps);
    }

    private static void file(Path path, String flag, long steps) throws IOException {
        boolean minimise =
                flag.equals("--min") || (flag.isEmpty() && path.getFileName().toString().matches("gap[a-f].*"));
        List<Problem> problems = AssignmentFile.problems(Files.readString(path), minimise);
        System.out.println(path.getFileName() + (minimise ? ", least cost" : ", most gain"));
        System.out.println("problem  value        own bound    gap      seconds");
        int number = 1;
        for (Problem problem : problems) {
            long begin = System.nanoTime();
            Solution solution = new LagrangianPlanner()
                    .plan(problem, new Planner.Effort(1, steps, Duration.ofMinutes(5)), Planner.Watch.ALONE);
            int sign = minimise ? -1 : 1;
            System.out.printf(
                    "%7d  %-12s %-12d %.3f %%  %.2f%s%n",
                    number++,
                    solution.complete() ? "" + sign * solution.worth() : "none found",
                    sign * solution.bound(),
                    100 * solution.gap(),
                    (System.nanoTime() - begin) / 1e9,
                    solution.proven() ? "  proven" : "");
        }
    }
}
