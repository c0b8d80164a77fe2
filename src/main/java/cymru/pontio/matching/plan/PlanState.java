package cymru.pontio.matching.plan;

/** How far a plan is. */
enum PlanState {
    RUNNING,
    DONE,
    /** A person stopped it: what was best until then is kept. */
    STOPPED,
    /** It ended without a plan that may be shown. */
    FAILED
}
