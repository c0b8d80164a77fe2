package cymru.pontio.providers.embargo;

import cymru.pontio.providers.Embargo;
import java.time.LocalDate;

/**
 * What is imposed.
 *
 * @param reason in sentences, as the provider is told
 * @param language in which the reason is written
 */
public record EmbargoTerms(Embargo level, Cause cause, String reason, String language, LocalDate reviewOn) {}
