package cymru.pontio.bridging;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.WeeklyHours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time of bridging as it stands. Holds nobody's name.
 *
 * @param displacedMinutes enablement minutes a week that were given up for it
 */
record EpisodeView(
        UUID id,
        EpisodeRef ref,
        PackageId carePackage,
        String locality,
        EpisodeStatus status,
        WeeklyHours hours,
        int displacedMinutes,
        RequestReason reason,
        Deed requested,
        @Nullable Deed answered,
        @Nullable RefusalReason refusal,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate expectedEnd,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate endedOn,
        @Nullable Deed ended,
        @Nullable EndReason endReason) {

    /** Who did something, and when. */
    record Deed(UUID by, Instant at) {}

    public boolean requestedOnly() {
        return status == EpisodeStatus.REQUESTED;
    }

    public boolean active() {
        return status == EpisodeStatus.ACTIVE;
    }

    boolean overdue(LocalDate today) {
        return active() && reviewOn != null && reviewOn.isBefore(today);
    }

    /** Everybody who did something, for their names. */
    Stream<UUID> doers() {
        return Stream.of(requested, answered, ended)
                .filter(java.util.Objects::nonNull)
                .map(Deed::by);
    }
}
