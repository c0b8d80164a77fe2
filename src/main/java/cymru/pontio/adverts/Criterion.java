package cymru.pontio.adverts;

/** What bids are scored on. */
public enum Criterion {
    QUALITY,
    PRICE,
    START,
    WINDOWS,
    CONTINUITY,
    WELSH
}
