/** What counts how much when bids are compared: sets of weights for each lot, from a day on, agreed by two commissioners. */
@NamedInterface("weighting")
@NullMarked
package cymru.pontio.adverts.weighting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
