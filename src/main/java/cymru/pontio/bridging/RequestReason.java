package cymru.pontio.bridging;

/** Why bridging is asked for. A fixed list, because the answer is given before anybody may know who the person is. */
public enum RequestReason {
    DISCHARGE,
    CARER_UNABLE,
    HANDBACK,
    NO_PROVIDER,
    RISK_AT_HOME
}
