package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CallTerms;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that a variation touches.
 *
 * @param call the one that ends; none where another comes on top
 * @param terms what takes its place; none where it only ends
 */
record ChangedCall(@Nullable UUID call, @Nullable CallTerms terms) {
    ChangedCall {
        if (call == null && terms == null) throw new IllegalArgumentException("Nothing changes");
    }
}
