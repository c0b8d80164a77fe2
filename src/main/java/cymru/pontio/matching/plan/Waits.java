package cymru.pontio.matching.plan;

/** How somebody waits, as the waiting list says it; or that somebody is cared for, by a provider that leaves. */
enum Waits {
    NO_COVER,
    IN_HOSPITAL,
    PART_MET,
    BRIDGED,
    LEAVING
}
