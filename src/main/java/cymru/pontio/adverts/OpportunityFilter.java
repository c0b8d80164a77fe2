package cymru.pontio.adverts;

import cymru.pontio.carepackages.Band;
import cymru.pontio.site.OneOf;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a provider asked to see of the open adverts. */
record OpportunityFilter(String area, String band, String twoWorkers, String welsh) {
    static final List<String> WELSH = List.of("NEED", "PREFERENCE", "NO");

    OpportunityFilter(
            @Nullable String area, @Nullable String band, @Nullable String twoWorkers, @Nullable String welsh) {
        this.area = Objects.requireNonNullElse(area, "");
        this.band = OneOf.of(band, Band.values());
        this.twoWorkers = OneOf.of(twoWorkers, List.of("yes", "no"));
        this.welsh = OneOf.of(welsh, WELSH);
    }

    public boolean asks() {
        return !(area + band + twoWorkers + welsh).isEmpty();
    }
}
