package cymru.pontio.visits;

import cymru.pontio.placements.PlacementForVisits;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A visit that can be recorded: everything about it has been checked. */
record VisitTerms(
        String visitId,
        PlacementForVisits placement,
        LocalDate date,
        @Nullable Span planned,
        @Nullable Span actual,
        int workers,
        VisitStatus status,
        String workerId,
        String reason) {

    /** What the person received; nothing for a visit that brought no care. */
    int userMinutes() {
        return actual == null || !status.delivers() ? 0 : actual.minutes();
    }
}
