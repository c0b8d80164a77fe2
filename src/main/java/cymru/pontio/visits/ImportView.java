package cymru.pontio.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its provider sees it.
 *
 * @param counts of the check; once done, of what was taken over
 * @param step how far the work is, out of {@link #STEPS}
 * @param doneRows rows read, or taken over, while work goes on
 * @param refusal why the file cannot be read, as a key of a sentence
 * @param unread headings of columns that are not used
 * @param stopping somebody asked to stop the work
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
        long doneRows,
        @Nullable String refusal,
        boolean stopping,
        String sha256,
        List<String> unread) {
    public static final int STEPS = 3;

    /** In how many steps a file is taken over. */
    public int steps() {
        return STEPS;
    }

    /** Something is there to take over, and nobody has done it yet. */
    public boolean confirmable() {
        boolean open = status == ImportStatus.CHECKED
                || status == ImportStatus.FAILED
                        && failure != ImportFailure.GONE
                        && failure != ImportFailure.UNREADABLE;
        return open && counts.good() > 0;
    }

    /** Checked, and every row is known already or wrong: nobody is asked to confirm it. */
    public boolean nothingToSave() {
        return status == ImportStatus.CHECKED && counts.toSave() == 0;
    }

    /** Of the sentence that says why the file cannot be read. */
    public String refusalKey() {
        return "visits.file." + (refusal == null ? "" : refusal.split(" ", 2)[0]);
    }

    /** Which line, or how many are allowed: what the sentence needs. */
    public long refusalAt() {
        String[] parts = refusal == null ? new String[0] : refusal.split(" ", 2);
        return parts.length < 2 ? 0 : Long.parseLong(parts[1]);
    }

    public boolean discardable() {
        return status == ImportStatus.CHECKED || status == ImportStatus.FAILED;
    }

    /** Of the tag that says the status; no colour is neutral. */
    public String colour() {
        if (nothingToSave()) return "grey";
        return switch (status) {
            case CHECKED -> "yellow";
            case READING, WORKING -> "turquoise";
            case DONE -> "green";
            case FAILED -> "red";
            case CANCELLED -> "grey";
        };
    }

    /** Something goes on behind the page. */
    public boolean working() {
        return status == ImportStatus.WORKING || status == ImportStatus.READING;
    }
}
