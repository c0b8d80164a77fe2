package cymru.pontio.bidding;

import org.jspecify.annotations.Nullable;

/** Free text as people paste it: other line ends, and characters that no one typed and PostgreSQL refuses. */
final class TypedText {
    private TypedText() {}

    static String clean(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }
}
