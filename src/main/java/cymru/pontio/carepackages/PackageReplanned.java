package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.LocalDate;
import java.util.Map;

/** The week of a package changes from a day on. Published in the transaction of the change. */
public record PackageReplanned(Actor by, PackageId id, String subject, String cause, LocalDate from)
        implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("cause", cause, "from", from.toString());
    }
}
