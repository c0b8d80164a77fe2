package cymru.pontio.providers.workforce;

/** What can be wrong with what is said of a worker. */
enum Fault {
    MISSING,
    REF,
    REF_PERSON,
    REF_TWICE,
    CONTRACT,
    DATE,
    FUTURE,
    TOO_OLD,
    BEFORE_START,
    WELSH,
    GENDER,
    PATCH,
    COLUMNS
}
