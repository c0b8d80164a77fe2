package cymru.pontio.carepackages.absences;

import cymru.pontio.carepackages.Cover;
import cymru.pontio.carepackages.PackageId;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The moment of the return has come.
 *
 * @param coverBefore who looked after the person while waiting; none where a provider cares and goes on
 */
public record PersonBack(
        Actor by,
        String subject,
        PackageId id,
        Instant at,
        @Nullable Cover coverBefore) implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("at", at.toString());
    }
}
