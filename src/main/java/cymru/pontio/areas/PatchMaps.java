package cymru.pontio.areas;

import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Map;

/** The map beside the lists of this room. */
final class PatchMaps {
    private PatchMaps() {}

    /** All patches alike. */
    static CountyMap plain(CountyMaps maps, Formats formats) {
        return maps.kinds(formats, words(formats), Map.of(), List.of(formats.message("areas.patch")), null);
    }

    /** One of them stands out. */
    static CountyMap one(CountyMaps maps, Formats formats, Map<String, Integer> kinds, Locality patch) {
        String name = formats.either(patch.nameEn(), patch.nameCy());
        return maps.kinds(formats, words(formats), kinds, List.of(formats.message("areas.map.others"), name), null);
    }

    private static CountyMaps.Words words(Formats formats) {
        return new CountyMaps.Words(
                "patches", formats.message("areas.list.title"), "", formats.message("areas.communities"));
    }
}
