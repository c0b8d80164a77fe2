package cymru.pontio.adverts;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The list of open adverts as a file. */
final class OpportunityFile {
    private OpportunityFile() {}

    static Csv of(List<Opportunities.Marked> rows, Formats formats) {
        Csv csv = new Csv(Stream.of(
                        "ref",
                        "area",
                        "lot",
                        "ageBand",
                        "userHours",
                        "carerHours",
                        "two",
                        "welsh",
                        "earliest",
                        "latest",
                        "urgent",
                        "deadline",
                        "mayBid",
                        "fit",
                        "fitMost")
                .map(column -> formats.message("adverts.file." + column))
                .toArray(String[]::new));
        rows.forEach(one -> write(csv, one.row(), one.own(), formats));
        return csv;
    }

    private static void write(Csv csv, Opportunities.Row row, OwnFit.Mark own, Formats formats) {
        csv.row(
                row.ref(),
                formats.either(row.areaEn(), row.areaCy()),
                formats.label(row.lot()),
                row.ageBand(),
                formats.hours(row.userMinutes()),
                formats.hours(row.carerMinutes()),
                formats.message("adverts.answer." + (row.twoWorkers() ? "yes" : "no")),
                formats.message("adverts.welsh." + row.welsh()),
                row.startEarliest(),
                row.startLatest(),
                formats.message("adverts.answer." + (row.urgent() ? "yes" : "no")),
                OffsetDateTime.ofInstant(row.deadline(), Zone.LONDON),
                formats.message("adverts.answer." + (own.mayBid() ? "yes" : "no")),
                own.points(),
                own.most());
    }
}
