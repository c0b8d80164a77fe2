package cymru.pontio.bidding;

/** How much of the advertised calls a bid offers. */
public enum Coverage {
    ALL,
    SOME,
    OTHER_WINDOWS
}
