package cymru.pontio.matching.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What would let in a package that is left out: one thing, or two. It was really tried: with it changed, the plan was made
 * again, the package had its place and nobody lost one.
 *
 * @param supply the provider that would take it
 * @param rule the hard rule that would have to be met; none if none is broken
 * @param minutes worker minutes a week it would have to have more; 0 if hours are not lacking
 * @param pence what the package would cost a week
 */
public record WayIn(String supply, @Nullable String rule, int minutes, long pence) {
    /** A week. */
    public BigDecimal pounds() {
        return BigDecimal.valueOf(pence, 2);
    }

    public int constraints() {
        return (rule == null ? 0 : 1) + (minutes > 0 ? 1 : 0);
    }
}
