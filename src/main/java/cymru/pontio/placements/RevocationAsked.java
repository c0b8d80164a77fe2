package cymru.pontio.placements;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/** That somebody wants an award taken back: who, when and why. */
@Embeddable
record RevocationAsked(
        @Column(name = "revocation_asked_by") UUID by,
        @Column(name = "revocation_asked_at") Instant at,
        @Column(name = "revocation_reason") String reason) {}
