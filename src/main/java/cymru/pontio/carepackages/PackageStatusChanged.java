package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A package moved from one status to the next. Published in the transaction of the change.
 *
 * @param effective when it came to be; earlier than now where it is told later
 */
public record PackageStatusChanged(
        Actor by,
        PackageId id,
        String subject,
        PackageStatus was,
        PackageStatus now,
        @Nullable String reason,
        Instant effective)
        implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("was", was.name(), "now", now.name());
    }
}
