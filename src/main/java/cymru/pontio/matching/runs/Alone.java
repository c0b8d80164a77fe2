package cymru.pontio.matching.runs;

/** A package that no run was found for, and how far the nearest attempt came. */
public record Alone(Waiting waiting, Why why) {
    /** From the first hurdle to the last. */
    public enum Why {
        /** Bids for it are invited already. */
        UNDER_WAY,
        /** Nights and live-in care are one worker's for long hours. */
        LOT,
        /** Nobody waits near enough. */
        FAR,
        /** With whoever waits near enough, the calls do not follow one another. */
        TIMES,
        /** They would, but fewer than half of the calls of one of them share a round. */
        APART,
        /** They do, but more of the time would go on the road than the council wants. */
        ROAD,
        /** Nobody may bid for all of it. */
        NOBODY,
        /** The neighbours it would go with are in another run. */
        TAKEN
    }
}
