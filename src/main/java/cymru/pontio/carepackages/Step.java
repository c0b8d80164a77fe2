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
    SOURCE(APPROVED, UNSOURCED, SOURCING, RESOURCING),
    FAIL_ROUND(SOURCING),
    AWARD(APPROVED, SOURCING, UNSOURCED, AWARDED, RESOURCING),
    UNDO_AWARD(AWARDED),
    /** Some calls have begun, others are still sought. */
    START_PART(APPROVED, SOURCING, UNSOURCED, AWARDED, ON_HOLD, RESOURCING),
    /** A first visit is a fact: it also ends a hold that nobody lifted, and one told later can be an earlier one. */
    START_WHOLE(SOURCING, UNSOURCED, AWARDED, ON_HOLD, LIVE, RESOURCING),
    /** The week changes while care is given; while somebody is sought, what is advertised stands. */
    REPLAN(LIVE),
    HOLD(APPROVED, SOURCING, UNSOURCED, AWARDED),
    RESUME(ON_HOLD),
    WITHDRAW(DRAFT, SUBMITTED, RETURNED, APPROVED, SOURCING, UNSOURCED, AWARDED, ON_HOLD),
    /** A provider leaves; where another is sought already it goes on being sought. */
    LOSE_PROVIDER(APPROVED, SOURCING, UNSOURCED, AWARDED, ON_HOLD, LIVE, RESOURCING),
    /** Care that has begun ends, be it while another provider is sought for it. */
    END(SOURCING, UNSOURCED, AWARDED, ON_HOLD, LIVE, RESOURCING);

    private final Set<PackageStatus> from;

    Step(PackageStatus... from) {
        this.from = Set.of(from);
    }

    boolean allowedIn(PackageStatus status) {
        return from.contains(status);
    }
}
