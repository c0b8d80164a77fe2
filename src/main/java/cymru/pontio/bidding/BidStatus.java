package cymru.pontio.bidding;

import cymru.pontio.kernel.RuleBroken;
import java.util.Arrays;

/** Where a bid stands. */
public enum BidStatus {
    SUBMITTED,
    WITHDRAWN,
    /** The provider may no longer be offered work: embargo, accreditation. */
    SET_ASIDE,
    /** Offered to the provider, who has not answered yet. */
    SELECTED,
    SUCCESSFUL,
    UNSUCCESSFUL;

    void require(String otherwise, BidStatus... needed) {
        if (!Arrays.asList(needed).contains(this)) throw new RuleBroken(otherwise);
    }
}
