package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.Lot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal that waits for a second commissioner. */
record ProposalView(
        UUID id,
        ProposalKind kind,
        List<Lot> lots,
        @Nullable Integer tier,
        List<String> areas,
        @Nullable LocalDate until,
        String reason,
        UUID by,
        String byName,
        Instant at) {

    public boolean mine(Actor actor) {
        return actor.userId().equals(by);
    }
}
