package cymru.pontio.providers.microenterprises;

/** How far a micro-enterprise has come. Only a listed one is given new people by the council. */
public enum MicroState {
    ENQUIRY,
    DUE_DILIGENCE,
    LISTED,
    PAUSED,
    ENDED
}
