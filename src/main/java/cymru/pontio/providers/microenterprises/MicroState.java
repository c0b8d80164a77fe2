package cymru.pontio.providers.microenterprises;

/** How far a micro-enterprise has come. Only a listed one is given new people by the council. */
public enum MicroState {
    ENQUIRY,
    DUE_DILIGENCE,
    LISTED,
    PAUSED,
    ENDED;

    /** Before due diligence there is nothing to check, and afterwards nobody. */
    public boolean checked() {
        return this != ENQUIRY && this != ENDED;
    }
}
