package cymru.pontio.providers.embargo;

import cymru.pontio.site.OneOf;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which embargoes.
 *
 * @param tab force or over
 * @param after the reference of the last one of the page before
 */
record EmbargoFilter(String tab, String after) {
    static final Set<String> TABS = new java.util.LinkedHashSet<>(java.util.List.of("force", "over"));

    EmbargoFilter(@Nullable String tab, @Nullable String after) {
        String shown = OneOf.of(tab, TABS);
        this.tab = shown.isEmpty() ? "force" : shown;
        this.after = after == null ? "" : after;
    }

    public boolean over() {
        return tab.equals("over");
    }
}
