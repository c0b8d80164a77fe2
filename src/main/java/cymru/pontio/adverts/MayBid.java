package cymru.pontio.adverts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who may bid, by what is known of it today; answered by the room that judges providers, by its own rules. */
public interface MayBid {
    /** Of these providers, those that no hard rule keeps from bidding for each of these adverts. */
    Map<AdvertId, Set<UUID>> among(List<AdvertFacts> adverts, Set<UUID> providers);
}
