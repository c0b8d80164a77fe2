package cymru.pontio.providers.microenterprises;

import java.util.Locale;
import java.util.Optional;

/**
 * A micro-enterprise's own word for somebody it helps, like {@code P1}. One or two letters and up to three digits: too
 * short for a name, an NHS number, a telephone number, a date of birth or an email address.
 */
record OwnReference(String value) {

    /** What was typed as we keep it, so that p1, P-1 and P 01 are one person; none if it is no such reference. */
    static Optional<OwnReference> typed(String text) {
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00A0-]", "");
        if (!plain.matches("[A-Z]{1,2}[0-9]{1,3}")) return Optional.empty();
        String kept = plain.replaceFirst("^([A-Z]+)0+", "$1");
        return kept.matches("[A-Z]{1,2}[1-9][0-9]{0,2}") ? Optional.of(new OwnReference(kept)) : Optional.empty();
    }
}
