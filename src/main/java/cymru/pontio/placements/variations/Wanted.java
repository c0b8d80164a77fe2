package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CareEnd;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param calls that change; none where care by this provider ends
 * @param end why it ends; none where calls change
 */
record Wanted(
        LocalDate from,
        @Nullable LocalDate until,
        String reason,
        List<ChangedCall> calls,
        @Nullable CareEnd end) {
    /** The day that was typed: the first of the new week, or the last of care. */
    LocalDate firstOrLast() {
        return end == null ? from : from.minusDays(1);
    }
}
