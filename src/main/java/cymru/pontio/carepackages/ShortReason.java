package cymru.pontio.carepackages;

/** Why a call may be under thirty minutes: Regulation and Inspection of Social Care (Wales) Act 2016, section 8. Both also need a worker who has been before. */
public enum ShortReason {
    /** Its only purpose is to see that the person is safe and well. */
    CHECK,
    /** The tasks can reasonably be done in the time. */
    TASKS
}
