package cymru.pontio.carepackages.absences;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From when care is due again; none where an earlier promise no longer holds and nobody knows. */
public record ReturnPromised(
        Actor by, String subject, PackageId id, @Nullable Instant from) implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("from", from == null ? "" : from.toString());
    }
}
