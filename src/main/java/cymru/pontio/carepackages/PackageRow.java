package cymru.pontio.carepackages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package in the worklist.
 *
 * @param person whose it is, for readers of the own team
 * @param waitingSince the first approval, while it waits
 */
record PackageRow(
        UUID id,
        String ref,
        @Nullable UUID person,
        @Nullable String locality,
        PackageStatus status,
        int userMinutes,
        int carerMinutes,
        @Nullable Instant waitingSince,
        Instant changedAt) {
    PageKey key() {
        return new PageKey(changedAt, id);
    }
}
