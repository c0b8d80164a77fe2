package cymru.pontio.adverts.allocation;

/** On what ground a package may be awarded without a round of bids. */
public enum DirectReason {
    PERSONS_CHOICE,
    CONTINUITY,
    URGENT,
    SOLE_CAPABLE,
    PROVIDER_FAILURE
}
