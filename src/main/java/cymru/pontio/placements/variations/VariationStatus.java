package cymru.pontio.placements.variations;

/** For whom a variation waits, or how it ended. */
public enum VariationStatus {
    REQUESTED,
    WITH_FINANCE,
    WITH_PROVIDER,
    AGREED,
    REJECTED,
    /** The provider said no. */
    DECLINED,
    CANCELLED,
    /** Agreed, and taken back before its first day. */
    UNDONE;

    public boolean open() {
        return this == REQUESTED || this == WITH_FINANCE || this == WITH_PROVIDER;
    }

    /** Of the tag that says it in words. */
    public String colour() {
        return switch (this) {
            case REQUESTED -> "yellow";
            case WITH_FINANCE, WITH_PROVIDER -> "purple";
            case AGREED -> "green";
            case REJECTED, DECLINED -> "red";
            case CANCELLED, UNDONE -> "grey";
        };
    }
}
