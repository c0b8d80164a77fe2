package cymru.pontio.matching.refusals;

import cymru.pontio.site.OneOf;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which rounds are looked at and by what they are told apart.
 *
 * @param by area, band, workers or welsh
 * @param months back from today by the day on which a round closed
 * @param area code of the one patch, or empty for all
 * @param key one value of {@code by}, or empty for all
 */
record RefusalFilter(String by, String months, String area, String key) {
    static final List<String> BY = List.of("area", "band", "workers", "welsh");
    static final List<String> MONTHS = List.of("3", "6", "12", "24");

    RefusalFilter(@Nullable String by, @Nullable String months, @Nullable String area, @Nullable String key) {
        String apart = OneOf.of(by, BY);
        String back = OneOf.of(months, MONTHS);
        this.by = apart.isEmpty() ? "area" : apart;
        this.months = back.isEmpty() ? "12" : back;
        this.area = Objects.requireNonNullElse(area, "");
        this.key = key != null && key.matches("[A-Za-z0-9-]{1,40}") ? key : "";
    }
}
