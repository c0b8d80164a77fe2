package cymru.pontio.providers.workforce;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done for a worker.
 *
 * @param course only of training
 * @param by the last day on which it is in time
 */
record Due(Kind kind, @Nullable Course course, LocalDate by) {
    static final int SOON = 30;
    static final int AHEAD = 60;

    enum Kind {
        DBS,
        DBS_RENEWAL,
        REGISTRATION,
        QUALIFICATION,
        TRAINING,
        TRAINING_RENEWAL,
        OFFER
    }

    /** How near it is. */
    enum Urgency {
        OVERDUE("red"),
        SOON("yellow"),
        AHEAD("grey"),
        LATER(null);

        private final @Nullable String colour;

        Urgency(@Nullable String colour) {
            this.colour = colour;
        }

        public @Nullable String colour() {
            return colour;
        }
    }

    public Urgency urgency(LocalDate today) {
        if (by.isBefore(today)) return Urgency.OVERDUE;
        if (!by.isAfter(today.plusDays(SOON))) return Urgency.SOON;
        return by.isAfter(today.plusDays(AHEAD)) ? Urgency.LATER : Urgency.AHEAD;
    }
}
