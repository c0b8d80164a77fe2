package cymru.pontio.providers;

/** What help at home the public can ask for, in the words of people who look for it. */
public enum CareService {
    PERSONAL_CARE,
    DOMESTIC,
    COMPANIONSHIP,
    SHOPPING,
    MEALS,
    SITTING,
    NIGHTS
}
