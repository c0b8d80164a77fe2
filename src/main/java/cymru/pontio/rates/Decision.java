package cymru.pontio.rates;

/** Where something stands that one person proposes and another decides. */
public enum Decision {
    PROPOSED,
    APPROVED,
    REFUSED,
    /** By who proposed it. */
    WITHDRAWN
}
