package cymru.pontio.bidding;

import cymru.pontio.adverts.BundleRef;
import java.util.List;
import java.util.UUID;

/**
 * Bids that were made in one form for several adverts of a bundle.
 *
 * @param only the provider wants all of them or none
 * @param whole each of them may still be awarded, or has been
 * @param bids all of them
 */
public record Together(UUID id, BundleRef bundle, boolean only, boolean whole, List<BidRef> bids) {
    public Together {
        bids = List.copyOf(bids);
    }

    /** All or none, and one went to somebody else or was taken back: none of them can be awarded any more. */
    boolean broken() {
        return only && !whole;
    }
}
