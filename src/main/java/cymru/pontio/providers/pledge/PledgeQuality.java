package cymru.pontio.providers.pledge;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the pledge counts in a provider’s rating on a day.
 *
 * @param weight beside the regulator (1), the council (1) and the visits (2); nought means not at all
 * @param points of a hundred by level
 * @param levels held on that day
 */
public record PledgeQuality(int weight, Map<String, BigDecimal> points, Map<UUID, String> levels) {
    /** It does not count. */
    public static final PledgeQuality NONE = new PledgeQuality(0, Map.of(), Map.of());

    /** Of a hundred; nought for a provider without a level, because not to pledge is an answer too. */
    public BigDecimal of(UUID provider) {
        @Nullable String level = levels.get(provider);
        return level == null ? BigDecimal.ZERO : points.getOrDefault(level, BigDecimal.ZERO);
    }
}
