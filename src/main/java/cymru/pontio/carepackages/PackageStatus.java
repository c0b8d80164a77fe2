package cymru.pontio.carepackages;

/** Where a package stands. Waiting is from approved to live, and again when the provider leaves. */
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
    /** The provider leaves, and care is still needed: another is sought. */
    RESOURCING,
    WITHDRAWN,
    ENDED;

    /** Of the tag that says it in words. */
    public String colour() {
        return switch (this) {
            case DRAFT, WITHDRAWN, ENDED -> "grey";
            case SUBMITTED, AWARDED -> "yellow";
            case RETURNED, UNSOURCED, RESOURCING -> "red";
            case APPROVED, SOURCING -> "purple";
            case ON_HOLD -> "orange";
            case LIVE -> "green";
        };
    }

    public boolean waiting() {
        return switch (this) {
            case APPROVED, SOURCING, UNSOURCED, AWARDED, ON_HOLD, RESOURCING -> true;
            case DRAFT, SUBMITTED, RETURNED, LIVE, WITHDRAWN, ENDED -> false;
        };
    }
}
