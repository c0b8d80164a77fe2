package cymru.pontio.bridging;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as people type them. */
final class Typed {
    /** Hours with at most two places, like 37.5. */
    static final String HOURS = "\\s*\\d{1,5}([.,]\\d{1,2})?\\s*";

    /** Whole minutes of a day. */
    static final String MINUTES = "\\s*\\d{1,4}\\s*";

    private static final BigDecimal MINUTES_IN_HOUR = BigDecimal.valueOf(60);

    private Typed() {}

    /** For after validation. Nothing typed is nothing. */
    static int minutesOfHours(String hours) {
        if (hours.isBlank()) return 0;
        return new BigDecimal(hours.strip().replace(',', '.'))
                .multiply(MINUTES_IN_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    static int minutes(String typed) {
        return typed.isBlank() ? 0 : Integer.parseInt(typed.strip());
    }

    static boolean isOneOf(Enum<?>[] constants, String typed) {
        for (Enum<?> constant : constants) if (constant.name().equals(typed)) return true;
        return false;
    }
}
