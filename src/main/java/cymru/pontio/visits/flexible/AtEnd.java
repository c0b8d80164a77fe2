package cymru.pontio.visits.flexible;

/** What becomes of saved minutes that are left when a block is over. */
enum AtEnd {
    /** They were owed and not wanted. */
    EXPIRES,
    /** The council has them back. */
    RETURNS
}
