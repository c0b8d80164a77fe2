package cymru.pontio.providers.pledge;

/** What ended, or will end, the days on which a level is held. */
enum Ending {
    RAISED,
    EXPIRED,
    WITHDRAWN,
    NEW_VERSION
}
