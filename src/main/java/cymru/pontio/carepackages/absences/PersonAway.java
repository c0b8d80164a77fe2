package cymru.pontio.carepackages.absences;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away from a moment on, and care is suspended. Published in the transaction of the telling.
 *
 * @param back when care goes on, if that is known already
 */
public record PersonAway(
        Actor by,
        String subject,
        PackageId id,
        AwayKind kind,
        Instant from,
        @Nullable Instant back) implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("from", from.toString());
    }
}
