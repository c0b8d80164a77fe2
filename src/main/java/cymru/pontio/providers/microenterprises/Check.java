package cymru.pontio.providers.microenterprises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found when an item was checked, and by whom.
 *
 * @param review the day it must be seen again
 */
record Check(
        Item item,
        Outcome outcome,
        String evidence,
        LocalDate checkedOn,
        @Nullable LocalDate review,
        Instant at,
        UUID by,
        String byName) {
    private static final int SOON = 30;

    enum Outcome {
        DONE,
        NOT_NEEDED,
        NOT_DONE
    }

    /** On its last day a check still holds. */
    boolean holds(LocalDate today) {
        return outcome != Outcome.NOT_DONE && (review == null || !today.isAfter(review));
    }

    boolean dueSoon(LocalDate today) {
        return outcome != Outcome.NOT_DONE
                && review != null
                && !today.plusDays(SOON).isBefore(review);
    }
}
