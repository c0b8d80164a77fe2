package cymru.pontio.carepackages;

/** When in the day a call falls. */
public enum Band {
    MORNING,
    LUNCH,
    TEA,
    BED,
    NIGHT
}
