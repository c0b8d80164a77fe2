package cymru.pontio.providers.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider’s word that it keeps a clause, and what the council made of it.
 *
 * @param goodUntil the last day on which it counts
 * @param acceptedFrom the first day on which it counts
 * @param endedOn the first day on which it no longer counts because the level was withdrawn
 */
record Attestation(
        UUID id,
        String ref,
        UUID provider,
        String providerRef,
        String providerName,
        UUID clause,
        String code,
        String textEn,
        String textCy,
        Evidence kind,
        AttestationStatus status,
        LocalDate doneOn,
        LocalDate goodUntil,
        String evidence,
        String attestedBy,
        Instant attestedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String query,
        @Nullable LocalDate acceptedFrom,
        @Nullable LocalDate endedOn) {

    boolean counts(LocalDate day) {
        if (acceptedFrom == null || day.isBefore(acceptedFrom)) return false;
        return !day.isAfter(goodUntil) && (endedOn == null || day.isBefore(endedOn));
    }
}
