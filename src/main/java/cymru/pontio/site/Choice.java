package cymru.pontio.site;

import org.jspecify.annotations.Nullable;

/** One answer of a set of radio buttons, check boxes or a select, already in the reader's language. */
public record Choice(String value, String label, @Nullable String hint) {
    public Choice(String value, String label) {
        this(value, label, null);
    }
}
