package cymru.pontio.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit in a list.
 *
 * @param supersededAt when something else was said about it; none while it stands
 * @param notDue why nobody had to come then, if nobody had
 */
public record VisitLine(
        long id,
        UUID carePackage,
        UUID provider,
        String visitId,
        LocalDate date,
        @Nullable Instant plannedStart,
        @Nullable Instant plannedEnd,
        @Nullable Instant actualStart,
        @Nullable Instant actualEnd,
        int workers,
        VisitStatus status,
        String workerId,
        String reason,
        int userMinutes,
        int carerMinutes,
        Instant recordedAt,
        @Nullable Instant supersededAt,
        @Nullable String notDue) {

    /** Of the tag that says the status. */
    public String colour() {
        if (supersededAt != null) return "grey";
        return switch (status) {
            case DELIVERED, UNPLANNED -> "green";
            case MISSED -> "red";
            case FRUSTRATED -> "orange";
            case CANCELLED_BY_PERSON, CANCELLED_BY_COUNCIL -> "yellow";
        };
    }

    /** Where a list goes on after this visit. */
    public String key() {
        return date + "_" + id;
    }
}
