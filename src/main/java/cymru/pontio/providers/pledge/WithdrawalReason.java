package cymru.pontio.providers.pledge;

/** Why the council takes a level away. */
enum WithdrawalReason {
    NOT_KEPT,
    EVIDENCE_WRONG,
    PROVIDER_ASKED,
    CONTRACT_ENDED
}
