package cymru.pontio.providers.accreditation;

/** A kind of work a provider is let in for. */
public enum Lot {
    SESSIONAL,
    NIGHT,
    LIVE_IN
}
