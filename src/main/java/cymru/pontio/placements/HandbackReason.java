package cymru.pontio.placements;

/** Why a provider hands care back. */
public enum HandbackReason {
    NO_WORKERS,
    TOO_FAR,
    NEEDS_CHANGED,
    SAFETY,
    RATE,
    CLOSING
}
