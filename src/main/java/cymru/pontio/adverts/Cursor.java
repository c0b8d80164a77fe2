package cymru.pontio.adverts;

import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a page of a list ended: the moment it is sorted by, and the reference that settles ties. */
record Cursor(Instant at, String ref) {
    /** What is no cursor starts at the beginning. */
    static @Nullable Cursor parse(@Nullable String typed) {
        int gap = typed == null ? -1 : typed.indexOf('_');
        if (typed == null || gap < 0 || typed.length() > 60) return null;
        try {
            Instant at = Instant.parse(typed.substring(0, gap));
            boolean near = at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("2200-01-01T00:00:00Z"));
            return near ? new Cursor(at, typed.substring(gap + 1)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    Timestamp timestamp() {
        return Timestamp.from(at);
    }

    @Override
    public String toString() {
        return at + "_" + ref;
    }
}
