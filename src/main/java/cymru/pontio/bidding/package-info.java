/**
 * Sealed bids, declines, the opening at the deadline, scores and feedback. The law of the room: until the deadline nobody
 * but the provider itself learns that it bids, or at what rate.
 */
@ApplicationModule(
        displayName = "Bidding",
        allowedDependencies = {
            "kernel",
            "identity",
            "site",
            "matching",
            "adverts",
            "carepackages",
            "providers",
            "providers::capacity",
            "rates",
            "areas"
        })
@NullMarked
package cymru.pontio.bidding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
