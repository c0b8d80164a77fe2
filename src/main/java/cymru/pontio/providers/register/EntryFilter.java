package cymru.pontio.providers.register;

import cymru.pontio.site.OneOf;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which services of the register.
 *
 * @param state linked, unlinked or vanished
 * @param name part of the name of service or provider, or the number
 * @param after number of the last service of the page before, with its regulator
 */
record EntryFilter(String state, String name, String after) {
    static final List<String> STATES = List.of("linked", "unlinked", "vanished");
    private static final int LONGEST = 100;

    EntryFilter(@Nullable String state, @Nullable String name, @Nullable String after) {
        this.state = OneOf.of(state, STATES);
        this.name = name == null ? "" : cut(name);
        this.after = after == null ? "" : after;
    }

    /** For a search without regard to case; what the typed text means to LIKE is taken from it. */
    String pattern() {
        return "%" + name.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    String afterRegulator() {
        return Arrays.asList(after.split(":", 2)).getFirst();
    }

    String afterRegistration() {
        return Arrays.asList(after.split(":", 2)).getLast();
    }

    private static String cut(String typed) {
        String clean = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }
}
