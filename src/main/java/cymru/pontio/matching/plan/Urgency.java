package cymru.pontio.matching.plan;

/** How urgent a package is, in words: from 1 to 4. */
enum Urgency {
    ROUTINE,
    SOON,
    URGENT,
    MOST_URGENT
}
