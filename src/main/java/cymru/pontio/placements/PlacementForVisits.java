package cymru.pontio.placements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a visit needs to know of the placement it belongs to.
 *
 * @param kind AGENCY or INHOUSE, for reports that never add the two silently
 * @param acceptedAt visits before that day are not this placement's
 * @param endedOn visits on or after that day are not this placement's
 */
public record PlacementForVisits(
        UUID id,
        String packageRef,
        UUID carePackage,
        UUID person,
        UUID provider,
        String locality,
        String kind,
        PlacementStatus status,
        Instant acceptedAt,
        @Nullable LocalDate endedOn) {}
