package cymru.pontio.bidding;

/** Where a bid stands. */
public enum BidStatus {
    SUBMITTED,
    WITHDRAWN,
    /** The provider may no longer be offered work: embargo, accreditation. */
    SET_ASIDE,
    /** Offered to the provider, who has not answered yet. */
    SELECTED,
    SUCCESSFUL,
    UNSUCCESSFUL
}
