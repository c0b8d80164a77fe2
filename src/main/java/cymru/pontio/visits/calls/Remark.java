package cymru.pontio.visits.calls;

/** What there is to say of a call beyond its outcome. */
public enum Remark {
    /** A time-critical call more than the half hour from its time. */
    NOT_PUNCTUAL,
    /** Another call begun outside its window. */
    OUT_OF_BAND,
    /** Shorter than the contract lets pass, and no reason was given. */
    SHORT,
    /** Shorter, with a reason. */
    SHORT_WITH_REASON,
    LONG,
    /** Two workers were due, one came. */
    ONE_WORKER,
    /** The same worker was in another home at the same time. */
    WORKER_ELSEWHERE,
    /** Two visits to the same person overlap and are not those of two workers of one call. */
    OVERLAP,
    /** Each of the two workers of the call was told as a visit of its own: the person's time counts twice. */
    TWO_VISITS
}
