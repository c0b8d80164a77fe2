package cymru.pontio.visits.calls;

/** What came of a call, or where a visit that answers none has its place. */
public enum Outcome {
    /** Somebody came and gave the care. */
    MET,
    /** The provider said that nobody came. */
    MISSED,
    /** Nobody told of a visit in time. */
    NOT_REPORTED,
    /** The time to tell of a visit is not over. */
    AWAITED,
    FRUSTRATED,
    CANCELLED,
    /** Nobody had to come: the person was away or had died. */
    NOT_DUE,
    /** Care that no plan foresaw, because somebody looked in again: welcome. */
    POP_BACK,
    /** Delivered, but no call was left for it. */
    EXTRA,
    /** Delivered on a day for which nothing is agreed. */
    UNALLOCATED
}
