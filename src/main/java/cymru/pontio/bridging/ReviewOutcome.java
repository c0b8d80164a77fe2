package cymru.pontio.bridging;

/** What a review found. */
public enum ReviewOutcome {
    CONTINUES,
    /** It is known when the agency begins. */
    HANDOVER_PLANNED,
    NEEDS_CHANGED
}
