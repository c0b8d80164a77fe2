package cymru.pontio.adverts;

/** Where a round stands. Open past its deadline is closed to bids and not yet decided. */
public enum AdvertStatus {
    OPEN,
    AWARDED,
    NO_SUITABLE_BID,
    CANCELLED
}
