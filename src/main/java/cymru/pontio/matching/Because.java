package cymru.pontio.matching;

/** What a hard rule found. The council reads {@code matching.because.…}, the provider itself its own sentence. */
public enum Because {
    ACCREDITED("accredited"),
    NEVER_ACCREDITED("accreditation"),
    LAPSED("lapsed"),
    LAPSES_BEFORE_START("lapses"),
    FREE_TO_GROW("free"),
    EMBARGOED("embargo"),
    HAS_LOT("hasLot"),
    LACKS_LOT("lot"),
    COVERS("covers"),
    OUTSIDE("patch"),
    ONE_WORKER_ENOUGH("oneWorker"),
    SENDS_TWO("sendsTwo"),
    SENDS_ONE("doubleHanded"),
    NO_TRAINING_ASKED("noTraining"),
    TRAINED("trained"),
    UNTRAINED("training"),
    ANY_GENDER("anyGender"),
    HAS_GENDER("hasGender"),
    LACKS_GENDER("gender"),
    GENDER_UNKNOWN("genderUnknown"),
    WELSH_NOT_NEEDED("welshNotNeeded"),
    GIVES_WELSH("givesWelsh"),
    NO_WELSH("welsh"),
    NO_SPEAKER_THERE("noSpeaker"),
    BSL_NOT_NEEDED("bslNotNeeded"),
    SIGNS("signs"),
    NO_BSL("bsl"),
    STARTS_IN_TIME("inTime"),
    STARTS_LATE("late"),
    START_UNKNOWN("startUnknown"),
    START_PASSED("startPassed"),
    WITHIN_CEILING("withinCeiling"),
    ABOVE_CEILING("aboveCeiling"),
    RATE_UNKNOWN("rateUnknown"),
    NOTHING_CRITICAL("nothingCritical"),
    CRITICAL_FITS("criticalFits"),
    CRITICAL_LACKS("criticalLacks"),
    CRITICAL_UNKNOWN("criticalUnknown"),
    NOT_REFUSED("notRefused"),
    REFUSED_BY_PERSON("refused");

    private final String own;

    Because(String own) {
        this.own = own;
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
