package cymru.pontio.bridging;

/** Why the council's own team cannot take it. */
public enum RefusalReason {
    CAPACITY,
    SKILLS,
    DISTANCE,
    SAFETY
}
