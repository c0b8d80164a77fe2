package cymru.pontio.placements;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Formats;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list of placements as rows of a file: no names, hours in minutes a week. */
final class PlacementFile {
    private static final String[] COLUMNS = {
        "ref",
        "package",
        "provider",
        "area",
        "status",
        "agreedStart",
        "firstVisit",
        "ended",
        "rate",
        "nextRate",
        "nextRateFrom",
        "userMinutes",
        "carerMinutes"
    };

    private PlacementFile() {}

    static String[] header(Formats formats) {
        return Arrays.stream(COLUMNS)
                .map(column -> formats.message("placements.file." + column))
                .toArray(String[]::new);
    }

    static @Nullable Object[] cells(PlacementView.Row row, Map<String, String> places, Formats formats) {
        return new @Nullable Object[] {
            row.ref(),
            row.packageRef(),
            row.providerName(),
            places.get(row.locality()),
            formats.label(row.status()),
            row.agreedStart(),
            row.firstVisit() == null ? null : Zone.dayOf(row.firstVisit()),
            row.endedOn(),
            row.rate().pounds(),
            row.next() == null ? null : row.next().rate().pounds(),
            row.next() == null ? null : row.next().from(),
            row.hours().user().minutes(),
            row.hours().carer().minutes()
        };
    }
}
