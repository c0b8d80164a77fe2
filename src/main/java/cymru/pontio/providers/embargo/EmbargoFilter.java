package cymru.pontio.providers.embargo;

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
        this.tab = tab != null && TABS.contains(tab) ? tab : "force";
        this.after = after == null ? "" : after;
    }

    public boolean over() {
        return tab.equals("over");
    }
}
