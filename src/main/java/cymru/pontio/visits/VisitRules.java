package cymru.pontio.visits;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.kernel.Zone;
import cymru.pontio.placements.PlacementForVisits;
import cymru.pontio.placements.PlacementStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a row is held against.
 *
 * @param placements those of the provider that reports, by package reference
 */
record VisitRules(Map<String, List<PlacementForVisits>> placements, Instant now) {
    static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);

    /** The provider's placement with this package on the day; on any day, if the day cannot be read. */
    Optional<PlacementForVisits> placement(String packageRef, @Nullable LocalDate day) {
        return placements.getOrDefault(packageRef.toUpperCase(Locale.ROOT), List.of()).stream()
                .filter(placement -> placement.status() != PlacementStatus.REVOKED)
                .filter(placement -> day == null || days(placement).contains(day))
                .findFirst();
    }

    LocalDate today() {
        return Zone.dayOf(now);
    }

    static DateRange days(PlacementForVisits placement) {
        LocalDate first = Zone.dayOf(placement.acceptedAt());
        LocalDate until = placement.endedOn();
        return new DateRange(first, until != null && until.isBefore(first) ? first : until);
    }
}
