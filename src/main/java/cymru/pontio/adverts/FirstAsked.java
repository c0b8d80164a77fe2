package cymru.pontio.adverts;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** Whether it makes sense to ask this provider first; answered by the room that judges providers, by its own rules. */
public interface FirstAsked {
    /** All reasons against it; none if it could take the advert. */
    Set<NotAsked> against(AdvertFacts advert, UUID provider, LocalDate on);
}
