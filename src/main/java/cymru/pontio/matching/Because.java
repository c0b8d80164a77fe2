package cymru.pontio.matching;

/** What a hard rule found. The council reads {@code matching.because.…}, the provider itself its own sentence. */
public enum Because {
    ACCREDITED(State.KEPT, "accredited"),
    NEVER_ACCREDITED(State.BROKEN, "accreditation"),
    LAPSED(State.BROKEN, "lapsed"),
    LAPSES_BEFORE_START(State.UNKNOWN, "lapses"),
    FREE_TO_GROW(State.KEPT, "free"),
    EMBARGOED(State.BROKEN, "embargo"),
    STAYS(State.KEPT, "stays"),
    LEAVES(State.BROKEN, "leaves"),
    TAKEN(State.BROKEN, "taken"),
    LEAVES_THIS(State.UNKNOWN, "leavesThis"),
    HAS_LOT(State.KEPT, "hasLot"),
    LACKS_LOT(State.BROKEN, "lot"),
    COVERS(State.KEPT, "covers"),
    OUTSIDE(State.BROKEN, "patch"),
    ONE_WORKER_ENOUGH(State.KEPT, "oneWorker"),
    SENDS_TWO(State.KEPT, "sendsTwo"),
    SENDS_ONE(State.BROKEN, "doubleHanded"),
    NO_TRAINING_ASKED(State.KEPT, "noTraining"),
    TRAINED(State.KEPT, "trained"),
    UNTRAINED(State.BROKEN, "training"),
    ANY_GENDER(State.KEPT, "anyGender"),
    HAS_GENDER(State.KEPT, "hasGender"),
    LACKS_GENDER(State.BROKEN, "gender"),
    GENDER_UNKNOWN(State.UNKNOWN, "genderUnknown"),
    WELSH_NOT_NEEDED(State.KEPT, "welshNotNeeded"),
    GIVES_WELSH(State.KEPT, "givesWelsh"),
    NO_WELSH(State.BROKEN, "welsh"),
    NO_SPEAKER_THERE(State.UNKNOWN, "noSpeaker"),
    BSL_NOT_NEEDED(State.KEPT, "bslNotNeeded"),
    SIGNS(State.KEPT, "signs"),
    NO_BSL(State.BROKEN, "bsl"),
    STARTS_IN_TIME(State.KEPT, "inTime"),
    STARTS_LATE(State.BROKEN, "late"),
    START_UNKNOWN(State.UNKNOWN, "startUnknown"),
    START_PASSED(State.KEPT, "startPassed"),
    WITHIN_CEILING(State.KEPT, "withinCeiling"),
    ABOVE_CEILING(State.BROKEN, "aboveCeiling"),
    RATE_UNKNOWN(State.UNKNOWN, "rateUnknown"),
    NOTHING_CRITICAL(State.KEPT, "nothingCritical"),
    CRITICAL_FITS(State.KEPT, "criticalFits"),
    CRITICAL_LACKS(State.BROKEN, "criticalLacks"),
    CRITICAL_UNKNOWN(State.UNKNOWN, "criticalUnknown"),
    NOT_REFUSED(State.KEPT, "notRefused"),
    REFUSED_BY_PERSON(State.BROKEN, "refused");

    /** What a finding means for its rule. */
    enum State {
        KEPT,
        BROKEN,
        /** Nothing is recorded that could say. */
        UNKNOWN
    }

    private final State state;
    private final String own;

    Because(State state, String own) {
        this.state = state;
        this.own = own;
    }

    /** Each task or gender is a finding of its own. */
    boolean tellsEach() {
        return this == TRAINED || this == UNTRAINED || this == HAS_GENDER;
    }

    State state() {
        return state;
    }

    /** For pages of the council. */
    public String key() {
        return "matching.because." + name();
    }

    /** For pages of the provider itself; where the council alone should know why, it says no more than that it is so. */
    public String ownKey() {
        return "matching.reason." + own;
    }
}
