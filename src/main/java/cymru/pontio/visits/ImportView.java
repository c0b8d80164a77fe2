package cymru.pontio.visits;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its provider sees it.
 *
 * @param counts of the check; once done, of what was taken over
 * @param step how far the work is, out of {@link #STEPS}
 */
public record ImportView(
        UUID id,
        ImportRef ref,
        ImportStatus status,
        @Nullable ImportFailure failure,
        Counts counts,
        Instant uploadedAt,
        String uploadedBy,
        @Nullable Instant doneAt,
        int step,
        String sha256) {
    public static final int STEPS = 3;

    public int steps() {
        return STEPS;
    }

    /** Something is there to take over, and nobody has done it yet. */
    public boolean confirmable() {
        boolean open = status == ImportStatus.CHECKED || status == ImportStatus.FAILED && failure != ImportFailure.GONE;
        return open && counts.good() > 0;
    }

    public boolean discardable() {
        return status == ImportStatus.CHECKED || status == ImportStatus.FAILED;
    }

    /** Of the tag that says the status; no colour is neutral. */
    public String colour() {
        return switch (status) {
            case CHECKED -> "yellow";
            case WORKING -> "turquoise";
            case DONE -> "green";
            case FAILED -> "red";
            case CANCELLED -> "grey";
        };
    }

    public boolean working() {
        return status == ImportStatus.WORKING;
    }
}
