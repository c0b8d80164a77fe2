package cymru.pontio.carepackages;

import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of the weekly plan.
 *
 * @param days digits of the week, Monday is 1
 * @param from start of the window in which the call begins; none means anywhere in its band
 * @param minutes length of one call, as the person receives it
 * @param workers one or two
 */
public record CallLineView(
        UUID id,
        int position,
        String days,
        Band band,
        @Nullable LocalTime from,
        @Nullable LocalTime until,
        int minutes,
        int workers,
        boolean timeCritical,
        @Nullable String timeCriticalReason,
        Tier tier,
        @Nullable ShortReason shortReason,
        WorkerGender workerGender,
        String tasks) {

    /** User minutes a week: two workers are still one call to the person. */
    public int userMinutes() {
        return minutes * days.length();
    }

    /** Carer minutes a week: two workers count twice. */
    public int carerMinutes() {
        return userMinutes() * workers;
    }
}
