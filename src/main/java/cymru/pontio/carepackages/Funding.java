package cymru.pontio.carepackages;

/** Who pays for the care. */
enum Funding {
    COUNCIL,
    HEALTH,
    JOINT,
    SELF
}
