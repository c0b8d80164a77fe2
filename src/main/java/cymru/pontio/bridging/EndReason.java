package cymru.pontio.bridging;

import cymru.pontio.carepackages.Cover;

/** Why bridging ended. */
public enum EndReason {
    /** Only after the agency's first visit. */
    AGENCY_STARTED,
    NOT_NEEDED,
    DIED,
    HOSPITAL,
    REABLEMENT;

    /** Who looks after the person from then on. */
    Cover coverAfter() {
        return this == HOSPITAL ? Cover.HOSPITAL : Cover.NONE;
    }
}
