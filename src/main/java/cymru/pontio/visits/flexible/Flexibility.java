package cymru.pontio.visits.flexible;

/** How flexible the hours of a package are. */
enum Flexibility {
    NONE,
    /** Within the week, Monday to Sunday. */
    WEEK,
    /** A bank over thirteen weeks, counted from the first day of the agreement. */
    BANK
}
