package cymru.pontio.placements.suspensions;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A provider is to visit again from a moment on, or an earlier promise no longer holds.
 *
 * @param subject reference of the placement
 * @param from none where nobody knows any more
 */
public record CareResumes(
        Actor by,
        String subject,
        String packageRef,
        UUID provider,
        @Nullable Instant from) implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("package", packageRef, "from", from == null ? "" : from.toString());
    }
}
