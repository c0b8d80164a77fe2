package cymru.pontio.placements.transfers;

import cymru.pontio.carepackages.Band;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.placements.PlacementStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A placement of the provider that no transfer moves yet.
 *
 * @param together the awards it was accepted with, as long as all of them wait for their first visit
 * @param lastDay of a notice that was given before
 * @param days digits of the week on which there are calls
 * @param critical calls a week whose time is critical
 */
public record Held(
        PlacementRef ref,
        UUID carePackage,
        String packageRef,
        UUID person,
        String award,
        boolean revocationAsked,
        @Nullable UUID together,
        String locality,
        PlacementStatus status,
        LocalDate start,
        @Nullable LocalDate lastDay,
        int userMinutes,
        int carerMinutes,
        String days,
        List<Band> bands,
        int critical) {

    public boolean pending() {
        return status == PlacementStatus.PENDING_START;
    }
}
