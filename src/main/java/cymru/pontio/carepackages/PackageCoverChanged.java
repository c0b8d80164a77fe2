package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.Instant;
import java.util.Map;

/** Somebody else looks after the person. Published in the transaction of the change. */
public record PackageCoverChanged(Actor by, PackageId id, String subject, Cover cover, Instant effective)
        implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("cover", cover.name(), "effective", effective.toString());
    }
}
