package cymru.pontio.bidding;

/** Why a provider does not bid: together they say what the market lacks. */
public enum DeclineReason {
    NO_CAPACITY,
    TOO_FAR,
    TIMES,
    DOUBLE_HANDED,
    SKILLS,
    LANGUAGE,
    RATE,
    START,
    OTHER
}
