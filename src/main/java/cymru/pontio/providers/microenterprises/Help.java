package cymru.pontio.providers.microenterprises;

/** What a micro-enterprise helps with. Only personal care is counted. */
public enum Help {
    PERSONAL_CARE,
    DOMESTIC,
    COMPANIONSHIP,
    SHOPPING,
    MEALS,
    SITTING,
    NIGHTS
}
