package cymru.pontio.providers.embargo;

import org.jspecify.annotations.Nullable;

/** Sentences as people paste them: other line ends, and characters that no one typed and PostgreSQL refuses. */
final class TypedText {
    /** Whole sentences, not a word. */
    static final String SENTENCES = "(?s)|.{10,2000}";

    private TypedText() {}

    static String clean(@Nullable String typed) {
        if (typed == null) return "";
        return typed.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
                .strip();
    }
}
