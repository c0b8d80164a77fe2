package cymru.pontio.people;

import java.util.Locale;
import java.util.Optional;

/** A postcode of the United Kingdom in capitals with one space, as {@code SY16 1AA}. */
public record Postcode(String value) {
    private static final String FORMAT = "[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}";

    public Postcode {
        if (!value.matches(FORMAT)) throw new IllegalArgumentException("not a postcode");
    }

    /** What was typed, in any case and spacing. */
    public static Optional<Postcode> typed(String text) {
        String packed = text.replaceAll("[\\s\\u00A0]", "").toUpperCase(Locale.ROOT);
        if (packed.length() < 5 || packed.length() > 7) return Optional.empty();
        int inward = packed.length() - 3;
        String spaced = packed.substring(0, inward) + " " + packed.substring(inward);
        return spaced.matches(FORMAT) ? Optional.of(new Postcode(spaced)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Postcode";
    }
}
