package cymru.pontio.people;

import java.util.Optional;

/**
 * A patient's number in England and Wales: nine digits and one that checks them by modulus 11 (NHS Data Dictionary).
 *
 * @param digits ten of them
 */
public record NhsNumber(String digits) {
    public NhsNumber {
        if (!holds(digits)) throw new IllegalArgumentException("not an NHS number");
    }

    /** What was typed, with or without spaces and hyphens, if it is a number that can have been given out. */
    public static Optional<NhsNumber> typed(String text) {
        String digits = text.replaceAll("[\\s\\u00A0-]", "");
        return holds(digits) ? Optional.of(new NhsNumber(digits)) : Optional.empty();
    }

    /** 943 476 5919 */
    public String shown() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    /** Ten equal digits pass the sum, but nobody has such a number. */
    private static boolean holds(String digits) {
        if (!digits.matches("[0-9]{10}") || digits.chars().distinct().count() == 1) return false;
        int sum = 0;
        for (int place = 0; place < 9; place++) sum += (10 - place) * (digits.charAt(place) - '0');
        return (11 - sum % 11) % 11 == digits.charAt(9) - '0';
    }

    @Override
    public String toString() {
        return "NhsNumber";
    }
}
