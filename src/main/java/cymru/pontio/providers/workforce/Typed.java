package cymru.pontio.providers.workforce;

import org.jspecify.annotations.Nullable;

/** Text as typed, without what no page could show. */
final class Typed {
    private Typed() {}

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.replace("\0", "").strip();
    }
}
