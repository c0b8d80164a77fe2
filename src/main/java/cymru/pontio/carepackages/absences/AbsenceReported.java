package cymru.pontio.carepackages.absences;

import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A provider says that somebody is away; the package's team or a broker has to confirm it. */
public record AbsenceReported(Actor by, String subject, PackageId id, UUID team, Instant from) implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("from", from.toString());
    }
}
