package cymru.pontio.carepackages;

/** What a package still lacks before it can be submitted, and on which page it is asked. */
enum Missing {
    PERSON(Section.PERSON),
    /** Would the person like care in Welsh? Not asked is not an answer (the active offer). */
    WELSH(Section.PERSON),
    WHAT_MATTERS(Section.WHAT_MATTERS),
    OUTCOMES(Section.WHAT_MATTERS),
    NEED_SUMMARY(Section.WHAT_MATTERS),
    CALLS(Section.CALLS),
    UNFINISHED_CALL(Section.CALLS),
    WORKER_RISKS(Section.RISKS),
    LOCALITY(Section.PLACE),
    START(Section.START),
    UNFINISHED_START(Section.START),
    /** A draft can lie for weeks: nobody could begin in time. */
    START_PASSED(Section.START),
    INTERIM(Section.INTERIM),
    FUNDING(Section.FUNDING);

    private final Section section;

    Missing(Section section) {
        this.section = section;
    }

    public Section section() {
        return section;
    }
}
