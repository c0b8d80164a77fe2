package cymru.pontio.adverts;

/** What bids are scored on. */
public enum Criterion {
    QUALITY,
    PRICE,
    START,
    WINDOWS,
    CONTINUITY,
    WELSH,
    /** Hours declared to be spare where and when the calls are. */
    CAPACITY,
    /** Care the provider gives in the patch already. */
    RUN
}
