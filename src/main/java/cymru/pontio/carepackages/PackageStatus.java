package cymru.pontio.carepackages;

/** Where a package stands. Waiting is from approved to live. */
public enum PackageStatus {
    DRAFT,
    SUBMITTED,
    RETURNED,
    APPROVED,
    SOURCING,
    /** A round ended without an award; the broker must look again. */
    UNSOURCED,
    AWARDED,
    ON_HOLD,
    LIVE,
    WITHDRAWN,
    ENDED;

    /** Of the tag that says it in words. */
    public String colour() {
        return switch (this) {
            case DRAFT, WITHDRAWN, ENDED -> "grey";
            case SUBMITTED, AWARDED -> "yellow";
            case RETURNED, UNSOURCED -> "red";
            case APPROVED, SOURCING -> "purple";
            case ON_HOLD -> "orange";
            case LIVE -> "green";
        };
    }

    public boolean waiting() {
        return this == APPROVED || this == SOURCING || this == UNSOURCED || this == AWARDED || this == ON_HOLD;
    }
}
