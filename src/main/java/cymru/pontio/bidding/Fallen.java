package cymru.pontio.bidding;

/** Why a provider that was offered the work for its bid does not have it. */
enum Fallen {
    DECLINED,
    EXPIRED,
    REVOKED
}
