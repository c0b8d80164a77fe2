package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.kernel.Zone;
import cymru.pontio.providers.Embargo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An embargo as the council reads it. */
public record EmbargoView(
        UUID id,
        EmbargoRef ref,
        Who provider,
        Embargo level,
        Cause cause,
        String reason,
        String language,
        Deed imposed,
        LocalDate reviewOn,
        @Nullable Deed liftAsked,
        @Nullable String liftReason,
        @Nullable Deed lifted) {

    /** The provider it is for. */
    public record Who(UUID id, String ref, String name) {}

    public record Deed(UUID account, String name, Instant at) {
        public LocalDate day() {
            return Zone.dayOf(at);
        }
    }

    /** One step, with what counted after it. */
    public record Entry(String step, Instant at, String by, Embargo level, LocalDate reviewOn, String note) {}

    public boolean inForce() {
        return lifted == null;
    }

    public boolean due(LocalDate today) {
        return inForce() && !reviewOn.isAfter(today);
    }

    public boolean waitsForSecond() {
        return inForce() && liftAsked != null;
    }

    /** Nobody proposes what cannot be sent. */
    void mayBeProposed() {
        mustBeInForce();
        if (liftAsked != null) throw new RuleBroken("embargo.error.askedAlready", ref.value());
    }

    /** Nor says no where nobody asks. */
    void mayBeRefused() {
        mustBeInForce();
        if (liftAsked == null) throw new RuleBroken("embargo.error.notAsked", ref.value());
    }

    void mustBeInForce() {
        if (!inForce()) throw new RuleBroken("embargo.error.lifted", ref.value());
    }

    public boolean askedBy(Actor actor) {
        return liftAsked != null && liftAsked.account().equals(actor.userId());
    }

    public boolean changeableBy(Actor actor) {
        return inForce() && actor.is(Role.COMMISSIONER);
    }
}
