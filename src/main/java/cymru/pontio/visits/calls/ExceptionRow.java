package cymru.pontio.visits.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to look at.
 *
 * @param subject the call, or the provider's number of the visit
 * @param essential of a call that may not be saved up
 * @param beginsAt when the call was due, or the visit was; as it was found
 * @param version of the state it was seen in
 */
public record ExceptionRow(
        UUID id,
        LocalDate day,
        String packageRef,
        UUID carePackage,
        UUID provider,
        String providerName,
        String locality,
        String subject,
        String kind,
        boolean essential,
        String state,
        @Nullable Instant beginsAt,
        long version) {

    /** Somebody may have gone without what they cannot go without. */
    public boolean alarming() {
        return essential && (kind.equals("MISSED") || kind.equals("NOT_REPORTED")) && !closed();
    }

    public boolean closed() {
        return state.equals("SETTLED") || state.equals("GONE");
    }

    /** Of the tag that says the state. */
    public String colour() {
        return switch (state) {
            case "OPEN" -> "yellow";
            case "QUERIED" -> "blue";
            case "ANSWERED" -> "orange";
            case "SETTLED" -> "green";
            default -> "grey";
        };
    }

    String key() {
        return day + "_" + packageRef + "_" + (beginsAt == null ? "" : beginsAt) + "_" + id;
    }
}
