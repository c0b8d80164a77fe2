package cymru.pontio.bidding;

/** Why a provider takes a bid back. */
public enum WithdrawalReason {
    NO_CAPACITY,
    OTHER_WORK,
    MISTAKE,
    OTHER
}
