package cymru.pontio.adverts;

import cymru.pontio.carepackages.Band;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider asked to see of the open adverts. What cannot be meant is as if it had not been asked. */
record OpportunityFilter(String area, String band, String twoWorkers, String welsh) {
    static final List<String> WELSH = List.of("NEED", "PREFERENCE", "NO");

    OpportunityFilter(
            @Nullable String area, @Nullable String band, @Nullable String twoWorkers, @Nullable String welsh) {
        this.area = area != null && area.matches("[a-z-]{1,40}") ? area : "";
        this.band = known(band, Arrays.stream(Band.values()).map(Enum::name).toList());
        this.twoWorkers = known(twoWorkers, List.of("yes", "no"));
        this.welsh = known(welsh, WELSH);
    }

    public boolean asks() {
        return !(area + band + twoWorkers + welsh).isEmpty();
    }

    private static String known(@Nullable String typed, List<String> values) {
        return typed != null && values.contains(typed) ? typed : "";
    }
}
