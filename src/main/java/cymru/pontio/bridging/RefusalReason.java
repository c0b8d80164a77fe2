package cymru.pontio.bridging;

/** Why the council's own team cannot take it. */
public enum RefusalReason {
    CAPACITY,
    SKILLS,
    DISTANCE,
    SAFETY,
    /** The package was over before anybody answered; nobody chooses this. */
    OVER
}
