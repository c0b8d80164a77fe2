package cymru.pontio.adverts;

import cymru.pontio.carepackages.Band;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import cymru.pontio.site.OneOf;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a provider asked to see of the open adverts. */
record OpportunityFilter(String area, String band, String twoWorkers, String welsh) {
    private static final List<String> TWO_WORKERS = List.of("yes", "no");
    private static final List<String> WELSH = List.of("NEED", "PREFERENCE", "NO");

    OpportunityFilter(
            @Nullable String area, @Nullable String band, @Nullable String twoWorkers, @Nullable String welsh) {
        this.area = Objects.requireNonNullElse(area, "");
        this.band = OneOf.of(band, Band.values());
        this.twoWorkers = OneOf.of(twoWorkers, TWO_WORKERS);
        this.welsh = OneOf.of(welsh, WELSH);
    }

    public boolean asks() {
        return !(area + band + twoWorkers + welsh).isEmpty();
    }

    static List<Choice> twoWorkersChoices(Formats formats) {
        return choices(formats, "adverts.answer.", TWO_WORKERS);
    }

    static List<Choice> welshChoices(Formats formats) {
        return choices(formats, "adverts.welsh.", WELSH);
    }

    private static List<Choice> choices(Formats formats, String key, List<String> codes) {
        return codes.stream()
                .map(code -> new Choice(code, formats.message(key + code)))
                .toList();
    }
}
