package cymru.pontio.visits;

/** What became of a visit. */
public enum VisitStatus {
    DELIVERED,
    /** A worker came and could not give the care. */
    FRUSTRATED,
    MISSED,
    CANCELLED_BY_PERSON,
    CANCELLED_BY_COUNCIL,
    /** Care that no plan foresaw. */
    UNPLANNED;

    /** Counts as hours delivered. */
    public boolean delivers() {
        return this == DELIVERED || this == UNPLANNED;
    }

    boolean needsReason() {
        return !delivers();
    }
}
