package cymru.pontio.adverts.weighting;

/** Where a set of weights stands: it counts only once a second person has approved it. */
public enum WeightSetStatus {
    PROPOSED,
    APPROVED,
    REFUSED,
    WITHDRAWN
}
