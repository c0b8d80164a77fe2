package cymru.pontio.placements.variations;

/** What a variation changes. All but the last two are worked out from the calls, so that nothing is called what it is not. */
public enum Kind {
    INCREASE,
    DECREASE,
    RETIME,
    DOUBLE_UP_ON,
    DOUBLE_UP_OFF,
    TEMPORARY,
    /** The care moves to another provider, by notice to this one. */
    TRANSFER,
    /** The care is no longer needed. */
    END
}
