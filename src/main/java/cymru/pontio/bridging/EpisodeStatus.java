package cymru.pontio.bridging;

/** Where a time of bridging stands. */
public enum EpisodeStatus {
    REQUESTED,
    REFUSED,
    ACTIVE,
    ENDED;

    boolean live() {
        return this == REQUESTED || this == ACTIVE;
    }
}
