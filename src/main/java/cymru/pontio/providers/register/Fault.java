package cymru.pontio.providers.register;

/** What can be wrong with a row. */
enum Fault {
    CELLS,
    REGISTRATION,
    TWICE,
    MISSING,
    LONG,
    DATE,
    RATING,
    /** Home care has no environment to rate: the regulator's own rule. */
    ENVIRONMENT,
    /** A rating nobody can look up is no rating. */
    UNDATED,
    ADDRESS
}
