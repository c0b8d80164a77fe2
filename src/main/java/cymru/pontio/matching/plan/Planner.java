package cymru.pontio.matching.plan;

import java.time.Duration;

/** Finds a plan worth as much as possible. One port, so that another way of planning can stand in its place. */
public interface Planner {
    /**
     * How long to look. Seed and steps decide the answer, on a quiet machine and on a busy one.
     *
     * @param atMost a safety cut; an answer that was cut short says so
     */
    record Effort(long seed, long steps, Duration atMost) {
        private static final long STEPS_PER_PACKAGE = 4_000;
        private static final long STEPS_AT_LEAST = 100_000;
        private static final long STEPS_OF_A_COUNTY = 1_900_000;
        private static final int COUNTY = 2_000;
        private static final long STEPS_PER_FURTHER_PACKAGE = 400;

        /** As much as a person at a screen waits for: two seconds at the most for a county, on two cores. */
        public static Effort usual(long seed, int packages) {
            long steps = Math.min(STEPS_OF_A_COUNTY, STEPS_PER_PACKAGE * packages)
                    + STEPS_PER_FURTHER_PACKAGE * Math.max(0, packages - COUNTY);
            return new Effort(seed, Math.max(STEPS_AT_LEAST, steps), Duration.ofMinutes(5));
        }
    }

    /**
     * Where the planner is.
     *
     * @param worth of the best plan so far
     */
    record Progress(long stepsDone, long steps, long worth) {}

    /** Told of progress now and then, and asked whether to go on. */
    @FunctionalInterface
    interface Watch {
        Watch ALONE = progress -> true;

        boolean goesOn(Progress progress);
    }

    /** @return the best plan found, which never breaks a limit, and a proven bound */
    Solution plan(Problem problem, Effort effort, Watch watch);

    /**
     * The plan after something has happened, with no package moved that need not be: what no longer fits is taken out, and
     * a package is moved only where that lets more be placed.
     *
     * @param kept the choice of each package before, as numbered in the problem’s making, or -1
     */
    Solution repair(Problem problem, int[] kept);
}
