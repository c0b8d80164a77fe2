package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Formats;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Variations as rows of a file: no names, hours in minutes a week. */
final class VariationFile {
    private static final String[] COLUMNS = {
        "ref",
        "package",
        "placement",
        "provider",
        "kinds",
        "status",
        "requested",
        "from",
        "until",
        "userBefore",
        "userAfter",
        "carerBefore",
        "carerAfter"
    };
    private static final String[] MONTHS = {"month", "decreases", "number", "inTime", "median", "longest"};

    private VariationFile() {}

    static String[] header(Formats formats) {
        return words(COLUMNS, formats);
    }

    static String[] turnaroundHeader(Formats formats) {
        return words(MONTHS, formats);
    }

    static @Nullable Object[] cells(Variation row, Formats formats) {
        return new @Nullable Object[] {
            row.ref(),
            row.packageRef(),
            row.placementRef(),
            row.providerName(),
            row.kinds().stream().map(formats::label).collect(Collectors.joining(", ")),
            formats.label(row.status()),
            Zone.dayOf(row.requestedAt()),
            row.from(),
            row.until(),
            row.before().user().minutes(),
            row.after().user().minutes(),
            row.before().carer().minutes(),
            row.after().carer().minutes()
        };
    }

    static @Nullable Object[] cells(Turnaround.Month month) {
        return new @Nullable Object[] {
            month.month(), month.decreases(), month.number(), month.inTime(), month.median(), month.longest()
        };
    }

    private static String[] words(String[] columns, Formats formats) {
        return Arrays.stream(columns)
                .map(column -> formats.message("variations.file." + column))
                .toArray(String[]::new);
    }
}
