package cymru.pontio.placements.transfers;

import cymru.pontio.carepackages.Cover;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A placement of a transfer, and who is to care instead.
 *
 * @param over the package no longer needs anybody
 * @param left calls that nobody else has yet
 * @param takes whoever has the others, if anybody
 * @param from the first day of that
 * @param award that waits for a decision or an answer
 * @param advert of the round that is open
 * @param closed that round takes no bids any more
 * @param endsOn first day without the old provider, as it was said or as it came; none where care never began
 * @param gone the old provider no longer cares
 * @param cover who looks after the person once it is gone, until somebody else begins
 * @param taking the award is to be taken back, and another commissioner decides
 */
public record Moved(
        String ref,
        String packageRef,
        UUID person,
        String locality,
        int userMinutes,
        int carerMinutes,
        boolean over,
        int left,
        @Nullable String takes,
        @Nullable LocalDate from,
        @Nullable String award,
        @Nullable String advert,
        @Nullable Instant deadline,
        boolean closed,
        @Nullable LocalDate endsOn,
        boolean gone,
        Cover cover,
        boolean taking) {

    /** How far it is; the worst first. */
    public enum State {
        NOBODY("red"),
        TAKING_BACK("orange"),
        TO_DECIDE("orange"),
        ADVERTISED("purple"),
        OFFERED("yellow"),
        /** Somebody else has accepted, and the old provider still cares. */
        AGREED("turquoise"),
        TRANSFERRED("green"),
        OVER("grey");

        private final String colour;

        State(String colour) {
            this.colour = colour;
        }

        public String colour() {
            return colour;
        }
    }

    public State state() {
        if (over) return State.OVER;
        if (taken()) return gone ? State.TRANSFERRED : State.AGREED;
        if (award != null) return State.OFFERED;
        if (advert != null) return closed ? State.TO_DECIDE : State.ADVERTISED;
        return taking ? State.TAKING_BACK : State.NOBODY;
    }

    private boolean taken() {
        return takes != null && left == 0;
    }

    /** Some calls have somebody, others not. */
    public boolean part() {
        return takes != null && left > 0;
    }

    /** Its last day is past, and it may not go because nobody else is there and nobody has answered for that. */
    public boolean overdue(LocalDate today) {
        return !gone && endsOn != null && !endsOn.isAfter(today);
    }

    /** There are days between the last of the old provider and the first of the new one. */
    public boolean gap() {
        return !over && taken() && endsOn != null && from != null && from.isAfter(endsOn);
    }
}
