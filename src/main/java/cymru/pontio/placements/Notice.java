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
 * @param endsOn first day without care
 * @param risk the decision that it may end though nobody else is there; none while nobody has signed one
 */
public record Notice(
        CareEnd reason,
        @Nullable HandbackReason handback,
        String note,
        int days,
        LocalDate givenOn,
        LocalDate endsOn,
        String by,
        Instant at,
        @Nullable RiskDecision risk) {

    /** @param reason why the risk is taken and how the person is safe */
    public record RiskDecision(String reason, String by, Instant at) {}

    public LocalDate lastDay() {
        return endsOn.minusDays(1);
    }
}
