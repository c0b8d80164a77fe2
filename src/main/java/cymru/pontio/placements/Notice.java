package cymru.pontio.placements;

import cymru.pontio.carepackages.CareEnd;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That care ends on a later day.
 *
 * @param handback why the provider hands it back; none where the council ends it
 * @param days of notice that applied
 * @param askedOn earlier first day without care that the provider asked for
 * @param endsOn first day without care: that of the notice, or the earlier one where a commissioner has agreed to it
 * @param risk the decision that it may end though nobody else is there; none while nobody has signed one
 */
public record Notice(
        CareEnd reason,
        @Nullable HandbackReason handback,
        String note,
        int days,
        LocalDate givenOn,
        @Nullable LocalDate askedOn,
        LocalDate endsOn,
        String by,
        Instant at,
        @Nullable RiskDecision risk) {

    /**
     * @param reason why the risk is taken and how the person is safe
     * @param earlier whether the provider may go on the earlier day it asked for
     */
    public record RiskDecision(String reason, boolean earlier, String by, Instant at) {}

    public LocalDate lastDay() {
        return endsOn.minusDays(1);
    }

    /** The earlier last day that the provider asked for; none where it did not ask. */
    public @Nullable LocalDate askedDay() {
        return askedOn == null ? null : askedOn.minusDays(1);
    }
}
