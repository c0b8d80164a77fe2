package cymru.pontio.matching.plan;

import static cymru.pontio.matching.plan.Problem.NONE;

import java.util.Arrays;

/** A plan in the making: what each package has, what is left of each pool, and who is in it. Never oversold. */
final class Draft {
    final Problem problem;
    final int[] chosen;
    final long[] left;
    private final int[][] users;
    private final int[] userCount;
    private final int[] seat;
    private final int[] waiting;
    private final int[] place;
    private int waitingCount;
    private long worth;

    Draft(Problem problem) {
        this.problem = problem;
        chosen = new int[problem.packages];
        Arrays.fill(chosen, NONE);
        left = problem.capacity.clone();
        users = new int[left.length][4];
        userCount = new int[left.length];
        seat = new int[problem.pool.length];
        waiting = new int[problem.packages];
        place = new int[problem.packages];
        for (int p = 0; p < problem.packages; p++) if (problem.choices(p) > 0) wait(p);
    }

    static Draft of(Problem problem, int[] chosen) {
        Draft draft = new Draft(problem);
        for (int choice : chosen) if (choice != NONE) draft.put(choice);
        return draft;
    }

    /** Worth of what is chosen; what is left out has none. */
    long worth() {
        return worth;
    }

    /** Packages without a choice that have some to choose from. */
    int waiting() {
        return waitingCount;
    }

    int waiting(int index) {
        return waiting[index];
    }

    boolean has(int ofPackage) {
        return chosen[ofPackage] != NONE;
    }

    boolean fits(int choice) {
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
            if (problem.amount[u] > left[problem.pool[u]]) return false;
        return true;
    }

    /** Only to try: who tries gives it back before anything is put or taken. */
    void spend(int choice) {
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
            left[problem.pool[u]] -= problem.amount[u];
    }

    void refund(int choice) {
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
            left[problem.pool[u]] += problem.amount[u];
    }

    /** @return a pool in which there is too little for this choice, or NONE */
    int lacking(int choice) {
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++)
            if (problem.amount[u] > left[problem.pool[u]]) return problem.pool[u];
        return NONE;
    }

    int users(int pool) {
        return userCount[pool];
    }

    /** @return the use by which somebody is in this pool */
    int use(int pool, int index) {
        return users[pool][index];
    }

    void put(int choice) {
        int p = problem.packageOf[choice];
        if (chosen[p] != NONE) throw new IllegalStateException("package has a choice already");
        chosen[p] = choice;
        worth += problem.worth[choice];
        noLongerWaits(p);
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++) {
            int pool = problem.pool[u];
            left[pool] -= problem.amount[u];
            if (left[pool] < 0) throw new IllegalStateException("pool oversold");
            if (userCount[pool] == users[pool].length) users[pool] = Arrays.copyOf(users[pool], 2 * userCount[pool]);
            seat[u] = userCount[pool];
            users[pool][userCount[pool]++] = u;
        }
    }

    void take(int p) {
        int choice = chosen[p];
        chosen[p] = NONE;
        worth -= problem.worth[choice];
        wait(p);
        for (int u = problem.firstUse[choice]; u < problem.firstUse[choice + 1]; u++) {
            int pool = problem.pool[u];
            left[pool] += problem.amount[u];
            int last = users[pool][--userCount[pool]];
            users[pool][seat[u]] = last;
            seat[last] = seat[u];
        }
    }

    private void wait(int p) {
        place[p] = waitingCount;
        waiting[waitingCount++] = p;
    }

    private void noLongerWaits(int p) {
        int last = waiting[--waitingCount];
        waiting[place[p]] = last;
        place[last] = place[p];
    }
}
