package cymru.pontio.visits;

/**
 * One thing wrong with one row.
 *
 * @param line in the file, the first line being 1
 * @param visitId the provider's number for the visit, empty if it cannot be one
 */
public record Problem(long line, String visitId, Field field, Reason reason) {}
