package cymru.pontio.carepackages;

/** Who looks after the person until the provider that stays has started. */
public enum Cover {
    NONE,
    FAMILY,
    HOSPITAL,
    /** The council's own staff. */
    BRIDGING,
    /** Some calls are already delivered, others are still sought. */
    PART,
    /** A provider that has given notice, as long as it still cares. */
    LEAVING
}
