package cymru.pontio.matching.plan;

/**
 * That a provider said no in a patch within a year.
 *
 * @param band part of the day for which it did most often
 * @param reason code of the reason it gave most
 */
public record Declined(int times, String band, String reason) {}
