package cymru.pontio.carepackages.absences;

/** Why somebody is away from home. */
public enum AwayKind {
    HOSPITAL,
    RESPITE,
    /** With family, on holiday. */
    AWAY
}
