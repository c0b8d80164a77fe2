package cymru.pontio.matching.refusals;

import cymru.pontio.site.Formats;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Codes of refusals in the reader’s language. */
public final class RefusalWords {
    private final Formats formats;

    RefusalWords(Formats formats) {
        this.formats = formats;
    }

    public String key(String by, Refusals.Line line) {
        if (line.nameEn() != null && line.nameCy() != null) return formats.either(line.nameEn(), line.nameCy());
        return formats.message("refusals." + by + "." + line.key());
    }

    public String bands(List<String> bands) {
        return bands.stream()
                .map(band -> formats.message("refusals.band." + band))
                .collect(Collectors.joining(", "));
    }

    /** Each with how often it was given, most often first. */
    public String reasons(List<Refusals.Said> reasons) {
        return reasons.stream()
                .map(said -> formats.message(
                        "refusals.reason", formats.message("bidding.DeclineReason." + said.reason()), said.times()))
                .collect(Collectors.joining("; "));
    }

    String[] columns(String... names) {
        return Arrays.stream(names)
                .map(name -> formats.message("refusals.column." + name))
                .toArray(String[]::new);
    }
}
