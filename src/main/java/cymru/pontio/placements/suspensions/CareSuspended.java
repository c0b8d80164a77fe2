package cymru.pontio.placements.suspensions;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider must not visit from a moment on: the person is away. Published in the transaction of the telling.
 *
 * @param subject reference of the placement
 * @param until when care goes on, if that is promised
 */
public record CareSuspended(
        Actor by,
        String subject,
        String packageRef,
        UUID provider,
        Instant from,
        @Nullable Instant until) implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("package", packageRef, "from", from.toString());
    }
}
