package cymru.pontio.placements;

/** Where a placement stands. It is live from the first visit, not from the award. */
public enum PlacementStatus {
    PENDING_START,
    LIVE,
    /** It ends on a day that is known, if somebody else is there by then. */
    NOTICE_GIVEN,
    ENDED,
    REVOKED
}
