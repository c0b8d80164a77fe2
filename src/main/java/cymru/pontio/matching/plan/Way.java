package cymru.pontio.matching.plan;

import cymru.pontio.matching.Cause;
import cymru.pontio.matching.Rule;
import cymru.pontio.providers.capacity.PartOfDay;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@link WayIn} as it is kept and shown.
 *
 * @param minutes worker minutes a week that are lacking
 * @param causes what the rule found; none where none is broken, or in plans made before this was kept
 * @param pence what the package would cost a week
 * @param said what the provider answered to rounds there
 */
public record Way(
        String ref,
        String name,
        @Nullable Rule rule,
        List<Cause> causes,
        int minutes,
        List<Hours> more,
        long pence,
        @Nullable Declined said) {
    /** @param userMinutes a week, as providers declare them */
    public record Hours(PartOfDay part, int workers, int userMinutes) {}

    /** A week. */
    public BigDecimal pounds() {
        return BigDecimal.valueOf(pence, 2);
    }
}
