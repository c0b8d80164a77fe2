package cymru.pontio.providers.workforce;

/** A period of law or of the council's standard. */
enum Period {
    REGISTRATION,
    QUALIFICATION,
    OFFER,
    DBS
}
