package cymru.pontio.adverts;

import cymru.pontio.carepackages.Band;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.util.ArrayList;
import java.util.List;

/** A saved search as its person reads it: what was chosen, part by part. */
final class SearchWords {
    private final Formats formats;
    private final List<Choice> areas;

    SearchWords(Formats formats, List<Choice> areas) {
        this.formats = formats;
        this.areas = areas;
    }

    /** @param current it is what the list shows now */
    record Search(int number, OpportunityFilter filter, String words, boolean current) {}

    List<Search> of(List<SavedSearches.Saved> saved, OpportunityFilter now) {
        return saved.stream()
                .map(one -> new Search(
                        one.number(),
                        one.filter(),
                        words(one.filter()),
                        one.filter().equals(now)))
                .toList();
    }

    String words(OpportunityFilter filter) {
        List<String> parts = new ArrayList<>();
        if (!filter.area().isEmpty()) parts.add(part("area", area(filter.area())));
        if (!filter.band().isEmpty()) parts.add(part("band", formats.label(Band.valueOf(filter.band()))));
        if (!filter.twoWorkers().isEmpty())
            parts.add(part("twoWorkers", formats.message("adverts.answer." + filter.twoWorkers())));
        if (!filter.welsh().isEmpty()) parts.add(part("welsh", formats.message("adverts.welsh." + filter.welsh())));
        return String.join(", ", parts);
    }

    private String part(String what, String value) {
        return formats.message("adverts.searches.part", formats.message("adverts.list.filter." + what), value);
    }

    private String area(String code) {
        return areas.stream()
                .filter(area -> area.value().equals(code))
                .map(Choice::label)
                .findFirst()
                .orElse(code);
    }
}
