package cymru.pontio.carepackages;

import cymru.pontio.kernel.RuleBroken;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * One call as it is planned. Refuses what no form lets through.
 *
 * @param days digits of the week, Monday is 1
 * @param from start of the window in which the call begins; none means anywhere in its band
 * @param minutes length of one call, as the person receives it
 * @param timeCriticalReason why it must begin in its window; none where it need not
 */
public record CallTerms(
        String days,
        Band band,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        int minutes,
        int workers,
        @Nullable String timeCriticalReason,
        Tier tier,
        @Nullable ShortReason shortReason,
        WorkerGender workerGender,
        String tasks) {
    /** Regulation and Inspection of Social Care (Wales) Act 2016, section 8. */
    public static final int SHORTEST_WITHOUT_REASON = 30;

    public static final int SHORTEST = 5;
    public static final int LONGEST = 720;
    /** Ten in the morning, in minutes. */
    private static final int LATEST_END_OF_NIGHT = 600;

    public CallTerms {
        boolean window = from != null && until != null && band.inOrder(from, until);
        boolean sound = days.matches("1?2?3?4?5?6?7?")
                && !days.isEmpty()
                && minutes >= SHORTEST
                && minutes <= LONGEST
                && (workers == 1 || workers == 2)
                && (window || (from == null && until == null))
                && (window || timeCriticalReason == null)
                && overByMorning(band, until, minutes)
                && !tasks.isBlank();
        if (!sound) throw new RuleBroken("carepackages.error.call");
        if (minutes < SHORTEST_WITHOUT_REASON && shortReason == null)
            throw new RuleBroken("carepackages.error.shortCall");
        if (minutes >= SHORTEST_WITHOUT_REASON) shortReason = null;
    }

    /**
     * A window says when a call begins. Who gives a whole night as its window, and the whole night as its length, has
     * asked for a sit that may last until the afternoon.
     */
    public static boolean overByMorning(Band band, @Nullable LocalTime until, int minutes) {
        return until == null || !band.nextDay(until) || until.toSecondOfDay() / 60 + minutes <= LATEST_END_OF_NIGHT;
    }

    public static CallTerms of(CallLineView call) {
        return new CallTerms(
                call.days(),
                call.band(),
                call.from(),
                call.until(),
                call.minutes(),
                call.workers(),
                call.timeCriticalReason(),
                call.tier(),
                call.shortReason(),
                call.workerGender(),
                call.tasks());
    }
}
