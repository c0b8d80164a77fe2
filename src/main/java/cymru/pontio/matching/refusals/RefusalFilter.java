package cymru.pontio.matching.refusals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rounds are looked at and by what they are told apart. What cannot be meant is as if it had not been asked.
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
        this.by = by != null && BY.contains(by) ? by : "area";
        this.months = months != null && MONTHS.contains(months) ? months : "12";
        this.area = area != null && area.matches("[a-z-]{1,40}") ? area : "";
        this.key = key != null && key.matches("[A-Za-z0-9-]{1,40}") ? key : "";
    }
}
