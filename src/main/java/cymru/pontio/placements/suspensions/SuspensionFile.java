package cymru.pontio.placements.suspensions;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Suspensions, and visits that were not due, as rows of files. */
final class SuspensionFile {
    private static final String[] COLUMNS = {
        "package", "placement", "provider", "kind", "from", "back", "days", "calls", "hours", "paid", "pounds"
    };
    private static final String[] VISITS = {"package", "provider", "start", "user", "carer", "why"};

    private SuspensionFile() {}

    static String[] header(Formats formats) {
        return words(COLUMNS, formats);
    }

    static String[] visitHeader(Formats formats) {
        return words(VISITS, formats);
    }

    static @Nullable Object[] cells(Suspensions.Row row, Formats formats) {
        SuspensionTable.Suspension one = row.suspension();
        Retainer retainer = row.retainer();
        return new @Nullable Object[] {
            one.packageRef(),
            one.ref(),
            one.provider(),
            formats.label(one.kind()),
            wall(one.away()),
            one.back() == null ? null : wall(one.back()),
            retainer.days(),
            retainer.calls(),
            Csv.hours(retainer.carerMinutes()),
            Csv.hours(retainer.paidCarerMinutes()),
            retainer.pounds().pounds()
        };
    }

    static @Nullable Object[] cells(SuspensionTable.Flagged row, Formats formats) {
        return new @Nullable Object[] {
            row.packageRef(),
            row.provider(),
            wall(row.start()),
            row.userMinutes(),
            row.carerMinutes(),
            formats.message("suspensions.why." + row.why())
        };
    }

    private static String wall(Instant moment) {
        return Zone.wallTime(moment).withNano(0).withSecond(0).toString();
    }

    private static String[] words(String[] columns, Formats formats) {
        return Arrays.stream(columns)
                .map(column -> formats.message("suspensions.file." + column))
                .toArray(String[]::new);
    }
}
