package cymru.pontio.carepackages;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the week of a package changes.
 *
 * @param cause reference of what was agreed
 * @param from first day of the new week
 * @param until first day on which the ended calls are back; none for good
 * @param ending calls that are given no longer
 * @param beginning calls that are given from then on
 */
public record Replan(
        String cause, LocalDate from, @Nullable LocalDate until, Set<UUID> ending, List<NewCall> beginning) {
    /** @param inPlaceOf the call that ends for it; none where it comes on top */
    public record NewCall(@Nullable UUID inPlaceOf, CallTerms terms) {}

    /**
     * A call that was written into the plan.
     *
     * @param inPlaceOf the call whose place it takes, or whose return it is
     * @param again it is the same call once more
     */
    public record Begun(UUID call, @Nullable UUID inPlaceOf, boolean again) {}
}
