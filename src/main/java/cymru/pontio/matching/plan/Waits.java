package cymru.pontio.matching.plan;

/** How somebody waits, as the waiting list says it. */
enum Waits {
    NO_COVER,
    IN_HOSPITAL,
    PART_MET,
    BRIDGED
}
