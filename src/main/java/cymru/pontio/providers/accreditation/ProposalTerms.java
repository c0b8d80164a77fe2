package cymru.pontio.providers.accreditation;

import cymru.pontio.providers.Lot;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed.
 *
 * @param areas codes of localities
 * @param reason why; for a conditional accreditation the condition
 */
record ProposalTerms(
        ProposalKind kind,
        Set<Lot> lots,
        @Nullable Integer tier,
        Set<String> areas,
        @Nullable LocalDate until,
        String reason) {

    static ProposalTerms without(ProposalKind kind, String reason) {
        return new ProposalTerms(kind, Set.of(), null, Set.of(), null, reason);
    }
}
