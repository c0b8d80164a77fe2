package cymru.pontio.matching.plan;

/** Looks at every plan there is. */
final class BruteForce {
    private final Problem problem;
    private final Draft draft;
    private long best = Long.MIN_VALUE;

    private BruteForce(Problem problem) {
        this.problem = problem;
        this.draft = new Draft(problem);
    }

    static long best(Problem problem) {
        BruteForce force = new BruteForce(problem);
        force.from(0);
        return force.best - (problem.everyPackage ? problem.packages * problem.reward : 0);
    }

    private void from(int p) {
        if (p == problem.packages) {
            best = Math.max(best, draft.worth());
            return;
        }
        if (!problem.everyPackage) from(p + 1);
        for (int c = problem.firstChoice[p]; c < problem.firstChoice[p + 1]; c++) {
            if (!draft.fits(c)) continue;
            draft.put(c);
            from(p + 1);
            draft.take(p);
        }
    }
}
