package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A variation was asked for, or somebody said yes or no. Published in the transaction of the step.
 *
 * @param subject its reference
 * @param team social work team of the package
 * @param provider who delivers
 */
public record VariationMoved(
        Actor by,
        String subject,
        String packageRef,
        VariationStatus now,
        UUID team,
        UUID provider,
        @Nullable String reason,
        Map<String, String> facts)
        implements Auditable {
    static VariationMoved of(Actor by, Variation changed, VariationStatus now) {
        String kinds = changed.kinds().stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        return new VariationMoved(
                by,
                changed.ref().value(),
                changed.packageRef(),
                now,
                changed.team(),
                changed.provider(),
                null,
                Map.of(
                        "package", changed.packageRef(),
                        "status", now.name(),
                        "kinds", kinds,
                        "from", changed.from().toString()));
    }
}
