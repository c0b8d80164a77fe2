package cymru.pontio.visits;

/** Why a confirmed file was not taken over. In each case nothing of it was. */
public enum ImportFailure {
    /** The machine at work gave no sign of life. */
    STALLED,
    FAULT,
    /** A placement ended or moved between the check and the confirmation. */
    PLACEMENT,
    /** A package of the file is in a state in which care cannot begin. */
    START,
    /** The checked rows are no longer there, so the file is needed again. */
    GONE,
    /** Reading it found that it is no file of visits. */
    UNREADABLE
}
