package cymru.pontio.visits;

/** What can be wrong with a cell. The sentence for each is {@code visits.Reason.…}. */
public enum Reason {
    MISSING,
    /** More or fewer cells than the first line has. */
    CELLS,
    VISIT_ID,
    /** The same number stands on another line of the file, and nobody can say which is right. */
    TWICE,
    /**
     * Unknown, another provider's, or not this provider's on that day: one reason, so that it does not say which
     * packages exist.
     */
    PACKAGE,
    DATE,
    TOO_OLD,
    FUTURE,
    TIME,
    /** The clocks went forward over it. */
    NO_SUCH_TIME,
    /** One end of a visit without the other. */
    HALF,
    NO_LENGTH,
    TOO_LONG,
    WORKERS,
    /** A second worker without the visit of the first at that time. */
    SECOND_ALONE,
    STATUS,
    NEEDS_ACTUAL,
    NOT_ACTUAL,
    NEEDS_REASON,
    WORKER,
    TEXT_LENGTH
}
