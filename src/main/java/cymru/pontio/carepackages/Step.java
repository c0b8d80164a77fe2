package cymru.pontio.carepackages;

import static cymru.pontio.carepackages.PackageStatus.*;

import java.util.Set;

/** What can be done with a package, and in which states. What is not listed is refused. */
enum Step {
    EDIT(DRAFT, RETURNED),
    SUBMIT(DRAFT, RETURNED),
    APPROVE(SUBMITTED),
    /** By the manager before approval, by the broker when what was approved cannot be advertised as it stands. */
    RETURN(SUBMITTED, APPROVED, UNSOURCED),
    SOURCE(APPROVED, UNSOURCED, SOURCING),
    FAIL_ROUND(SOURCING),
    AWARD(APPROVED, SOURCING, UNSOURCED, AWARDED),
    UNDO_AWARD(AWARDED),
    /** Some calls have begun, others are still sought. */
    START_PART(APPROVED, SOURCING, UNSOURCED, AWARDED, ON_HOLD),
    /** A first visit is a fact: it also ends a hold that nobody lifted, and one told later can be an earlier one. */
    START_WHOLE(SOURCING, UNSOURCED, AWARDED, ON_HOLD, LIVE),
    HOLD(APPROVED, SOURCING, UNSOURCED, AWARDED),
    RESUME(ON_HOLD),
    WITHDRAW(DRAFT, SUBMITTED, RETURNED, APPROVED, SOURCING, UNSOURCED, AWARDED, ON_HOLD),
    END(LIVE);

    private final Set<PackageStatus> from;

    Step(PackageStatus... from) {
        this.from = Set.of(from);
    }

    boolean allowedIn(PackageStatus status) {
        return from.contains(status);
    }
}
