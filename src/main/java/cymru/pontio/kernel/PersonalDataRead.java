package cymru.pontio.kernel;

/**
 * A page with personal data was read. Published by the door inside its transaction.
 *
 * @param page which page, as a room's word: {@code person}, {@code package}, {@code placement}
 * @param subject the reference of what was read
 */
public record PersonalDataRead(Actor by, String page, String subject) {}
