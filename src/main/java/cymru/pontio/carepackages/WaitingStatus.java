package cymru.pontio.carepackages;

/** How somebody waits. One of them at a time, so that the figures never overlap. */
enum WaitingStatus {
    NO_COVER(true),
    IN_HOSPITAL(true),
    /** Some calls, or family: care is still sought. */
    PART_MET(true),
    /** The council's own team cares for the person until the provider that stays begins. */
    BRIDGED(false),
    ON_HOLD(false);

    private final boolean inHeadline;

    WaitingStatus(boolean inHeadline) {
        this.inHeadline = inHeadline;
    }

    /** Whether it counts as waiting for care, or is shown beside it. */
    public boolean inHeadline() {
        return inHeadline;
    }
}
