package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Auditable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody said what became of hours that a provider declined. */
record UntakenSettled(Actor by, String subject, @Nullable String reason, Map<String, String> facts)
        implements Auditable {}
