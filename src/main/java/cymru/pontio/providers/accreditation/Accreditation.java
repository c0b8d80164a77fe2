package cymru.pontio.providers.accreditation;

import cymru.pontio.providers.Lot;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider stands in the market, as it may be shown to itself and to the council.
 *
 * @param until last day for new work, which is the earlier of what was agreed and of what its evidence allows; none means
 *     never accredited
 * @param tier 1 or 2, none before it is let in
 * @param condition what must be put right, if it was let in on condition
 * @param expiring accepted evidence in force that runs out within sixty days or has run out, the soonest first
 */
public record Accreditation(
        UUID provider,
        AccreditationState state,
        @Nullable LocalDate until,
        List<Lot> lots,
        @Nullable Integer tier,
        @Nullable String condition,
        List<Expiring> expiring) {

    /**
     * @param days from today; less than nought when it has run out
     * @param newerShown the provider has done its part: something newer waits for the council
     */
    public record Expiring(EvidenceKind kind, LocalDate expiresOn, long days, boolean newerShown) {}

    /** What the provider must renew. */
    public List<Expiring> toRenew() {
        return expiring.stream().filter(one -> !one.newerShown()).toList();
    }

    /** May bid on this day, as far as accreditation goes. */
    public boolean inForce(LocalDate on) {
        return until != null && !on.isAfter(until);
    }
}
