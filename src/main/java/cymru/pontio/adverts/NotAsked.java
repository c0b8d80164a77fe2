package cymru.pontio.adverts;

/** Why the provider that a patch says is asked first was not. */
public enum NotAsked {
    /** The council has no team of its own. */
    NOBODY,
    ACCREDITATION,
    EMBARGO,
    LEAVING,
    LOT,
    PATCH,
    DOUBLE_HANDED,
    TRAINING,
    WELSH,
    /** A rule of suitability that has no word of its own here. */
    OTHER
}
