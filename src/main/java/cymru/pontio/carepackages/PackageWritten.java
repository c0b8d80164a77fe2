package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;

/** A draft was begun, or a part of it written. */
record PackageWritten(Actor by, String subject, String part) implements Auditable {
    @Override
    public Map<String, String> facts() {
        return Map.of("part", part);
    }
}
