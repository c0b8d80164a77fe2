package cymru.pontio.rates;

import java.time.LocalDate;
import java.util.Optional;

/** What a change of rates is about. */
public enum ChangeKind {
    /** A line of the card from a day to come. */
    CARD,
    /** A line of the card for days that are past: the only thing that touches them. */
    ADJUSTMENT,
    ENVELOPE,
    /** For a time, bids above the ceiling may be made with a reason. */
    EXCEPTION,
    /** Exceptions end sooner than was said. */
    CLOSING,
    PLEDGE,
    MINIMUM,
    /** Another zone for a locality. */
    ZONE,
    /** The price of a night with sleep or of a week of live-in care. */
    FLAT;

    boolean ofCard() {
        return this == CARD || this == ADJUSTMENT;
    }

    /** The soonest day on which such a change may begin; an adjustment begins no later than today. */
    LocalDate soonest(LocalDate today) {
        return switch (this) {
            case ADJUSTMENT -> LocalDate.MIN;
            case EXCEPTION -> today;
            default -> today.plusDays(1);
        };
    }

    boolean ends() {
        return this == ADJUSTMENT || this == EXCEPTION;
    }

    boolean sourced() {
        return this == ENVELOPE || this == PLEDGE || this == MINIMUM || this == FLAT;
    }

    /** Whether an amount belongs to it. */
    public boolean priced() {
        return this != ZONE && this != CLOSING;
    }

    /** Whether it is about a locality; only a zone must be, the others may be for everywhere. */
    public boolean placed() {
        return this == EXCEPTION || this == CLOSING || this == ZONE;
    }

    static Optional<ChangeKind> of(String typed) {
        for (ChangeKind kind : values()) if (kind.name().equals(typed)) return Optional.of(kind);
        return Optional.empty();
    }
}
