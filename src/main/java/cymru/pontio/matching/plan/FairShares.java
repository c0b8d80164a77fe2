package cymru.pontio.matching.plan;

/**
 * Keeps anybody from going short for good. Between providers: who has been given little of what it had to spare comes first
 * where all else is equal. Between patches and people: who has waited long becomes more urgent, a step for each so many
 * weeks, until it comes before whatever is new elsewhere.
 */
public final class FairShares {
    static final int MOST = 10;
    static final int DAYS_A_STEP = 28;
    static final int STEPS = 4;

    private FairShares() {}

    /**
     * @param given user minutes a week of the care that the provider gives now
     * @param spare minutes a week it has to spare
     * @return 10 for who was given nothing, 0 for who has nothing left
     */
    public static int points(long given, long spare) {
        return spare <= 0 ? 0 : (int) (MOST * spare / (spare + Math.max(0, given)));
    }

    /** @return from 1 to 4: the step the package began with, and one more for every four weeks of waiting */
    public static int urgency(int first, long daysWaiting) {
        return (int) Math.min(STEPS, first + Math.max(0, daysWaiting) / DAYS_A_STEP);
    }
}
