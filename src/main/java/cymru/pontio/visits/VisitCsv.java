package cymru.pontio.visits;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.Csv;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Visits as a file: the columns of an import, so that a corrected file can be uploaded again, and then the sums. */
final class VisitCsv {
    private VisitCsv() {}

    static Csv of(VisitPage page) {
        Csv csv = new Csv(
                "provider_visit_id",
                "package_ref",
                "visit_date",
                "planned_start",
                "planned_end",
                "actual_start",
                "actual_end",
                "workers",
                "status",
                "worker_id",
                "reason",
                "provider",
                "user_minutes",
                "carer_minutes",
                "recorded_at",
                "superseded_at",
                "not_due");
        for (VisitLine line : page.lines())
            csv.row(
                    line.visitId(),
                    page.packageOf(line),
                    line.date(),
                    time(line.plannedStart()),
                    time(line.plannedEnd()),
                    time(line.actualStart()),
                    time(line.actualEnd()),
                    line.workers(),
                    line.status(),
                    line.workerId(),
                    line.reason(),
                    page.providerOf(line),
                    line.userMinutes(),
                    line.carerMinutes(),
                    line.recordedAt(),
                    line.supersededAt(),
                    line.notDue());
        return csv;
    }

    private static @Nullable LocalTime time(@Nullable Instant at) {
        return at == null ? null : Zone.wallTime(at).toLocalTime();
    }
}
