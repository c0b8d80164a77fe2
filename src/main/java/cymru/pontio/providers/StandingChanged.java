package cymru.pontio.providers;

import cymru.pontio.kernel.Actor;
import java.util.UUID;

/**
 * What a provider may take has changed: an embargo, a decision about its accreditation, a lapse, its care is being moved to others, or it left. Heard in the same
 * transaction by whoever has promised it work, and after it by whoever tells people.
 */
public record StandingChanged(Actor by, UUID provider) {}
