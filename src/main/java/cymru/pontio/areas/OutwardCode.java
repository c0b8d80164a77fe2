package cymru.pontio.areas;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The first half of a postcode that touches a patch. Several patches may share one.
 *
 * @param partly it reaches over the county's border
 */
record OutwardCode(String code, boolean partly) {
    private static final String FORM = "[A-Z]{1,2}[0-9]{1,2}";

    boolean wellFormed() {
        return code.matches(FORM);
    }

    /** As typed: separated by commas, semicolons or spaces, in either case. */
    static List<OutwardCode> parse(String typed, boolean partly) {
        return Arrays.stream(typed.strip().toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .map(code -> new OutwardCode(code, partly))
                .toList();
    }

    /** In one line; a star marks those that are partly in the county. */
    static String text(Collection<OutwardCode> codes) {
        return codes.stream()
                .map(one -> one.code + (one.partly ? "*" : ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
