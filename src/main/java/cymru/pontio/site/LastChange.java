package cymru.pontio.site;

import cymru.pontio.kernel.Actor;
import java.time.Instant;
import java.util.Optional;

/** Who changed something last, for the page that tells a person they came too late. */
public interface LastChange {
    /**
     * @param subject a reference as it stands in addresses
     * @return nothing for somebody who must not learn who works there
     */
    Optional<Change> of(Actor actor, String subject);

    /** @param whatKey a few words for what was done */
    record Change(String who, Instant at, String whatKey) {}
}
