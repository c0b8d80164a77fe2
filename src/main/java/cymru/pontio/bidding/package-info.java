/** Sealed bids, declines, the opening at the deadline, scores and feedback. */
@ApplicationModule(displayName = "Bidding", allowedDependencies = {"kernel", "identity", "site", "matching", "adverts", "providers", "rates", "areas"})
@NullMarked
package cymru.pontio.bidding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
