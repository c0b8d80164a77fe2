package cymru.pontio.placements;

/** Where an award stands. */
public enum AwardStatus {
    /** Waits for a second person. */
    PROPOSED,
    REFUSED,
    /** Waits for the provider's answer while its clock runs. */
    OFFERED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    REVOKED;

    /** Nothing else may be awarded to the package meanwhile. */
    public boolean open() {
        return this == PROPOSED || this == OFFERED;
    }
}
