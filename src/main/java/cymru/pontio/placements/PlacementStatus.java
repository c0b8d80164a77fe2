package cymru.pontio.placements;

/** Where a placement stands. It is live from the first visit, not from the award. */
public enum PlacementStatus {
    PENDING_START,
    LIVE,
    ENDED,
    REVOKED
}
