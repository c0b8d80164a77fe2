package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Money;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.placements.PlacementStatus;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The placement that is to change.
 *
 * @param begins first day on which it owes anything
 * @param rate pounds a worker's hour today
 * @param language in which the tasks of its calls are written
 */
record Subject(
        UUID id,
        PlacementRef ref,
        PlacementStatus status,
        PackageId carePackage,
        String packageRef,
        UUID team,
        UUID provider,
        String providerName,
        LocalDate begins,
        Money rate,
        String language) {}
