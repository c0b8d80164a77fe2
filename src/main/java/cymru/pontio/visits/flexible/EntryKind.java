package cymru.pontio.visits.flexible;

/** What happens to minutes. */
enum EntryKind {
    SAVED,
    USED,
    EXPIRED,
    RETURNED
}
