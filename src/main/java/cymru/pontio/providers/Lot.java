package cymru.pontio.providers;

/** A kind of work a provider is let in for; each advert is for one. */
public enum Lot {
    /** Calls in the course of the day. */
    SESSIONAL,
    NIGHT,
    LIVE_IN
}
