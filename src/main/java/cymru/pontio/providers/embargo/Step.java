package cymru.pontio.providers.embargo;

/** What can be done with an embargo. */
enum Step {
    IMPOSED,
    REVIEWED,
    /** From new work to new work and increases; the other way only by lifting. */
    WIDENED,
    LIFT_ASKED,
    LIFT_REFUSED,
    LIFTED
}
