package cymru.pontio.visits;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.TypedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/**
 * A visit as typed.
 *
 * @param visitId of the visit it corrects, empty for a new one
 */
record VisitForm(
        String visitId,
        String packageRef,
        DateParts date,
        String plannedStart,
        String plannedEnd,
        String actualStart,
        String actualEnd,
        String workers,
        String status,
        String workerId,
        String reason) {
    private static final Map<Field, String> NAMES = Map.ofEntries(
            Map.entry(Field.PROVIDER_VISIT_ID, "packageRef"),
            Map.entry(Field.PACKAGE_REF, "packageRef"),
            Map.entry(Field.VISIT_DATE, "date"),
            Map.entry(Field.PLANNED_START, "plannedStart"),
            Map.entry(Field.PLANNED_END, "plannedEnd"),
            Map.entry(Field.ACTUAL_START, "actualStart"),
            Map.entry(Field.ACTUAL_END, "actualEnd"),
            Map.entry(Field.WORKERS, "workers"),
            Map.entry(Field.STATUS, "status"),
            Map.entry(Field.WORKER_ID, "workerId"),
            Map.entry(Field.REASON, "reason"));

    VisitForm(
            @Nullable String visitId,
            @Nullable String packageRef,
            @Nullable DateParts date,
            @Nullable String plannedStart,
            @Nullable String plannedEnd,
            @Nullable String actualStart,
            @Nullable String actualEnd,
            @Nullable String workers,
            @Nullable String status,
            @Nullable String workerId,
            @Nullable String reason) {
        this.visitId = text(visitId);
        this.packageRef = text(packageRef);
        this.date = date == null ? DateParts.blank() : date;
        this.plannedStart = text(plannedStart);
        this.plannedEnd = text(plannedEnd);
        this.actualStart = text(actualStart);
        this.actualEnd = text(actualEnd);
        this.workers = text(workers);
        this.status = text(status);
        this.workerId = text(workerId);
        this.reason = text(reason);
    }

    /** The next line of a paper log: of the same package, on the same day unless that is told otherwise. */
    static VisitForm next(@Nullable String packageRef, @Nullable LocalDate day) {
        return new VisitForm(
                null,
                packageRef,
                day == null ? null : DateParts.of(day),
                null,
                null,
                null,
                null,
                "1",
                null,
                null,
                null);
    }

    static VisitForm of(VisitLine line, String packageRef) {
        return new VisitForm(
                line.visitId(),
                packageRef,
                DateParts.of(line.date()),
                time(line.plannedStart()),
                time(line.plannedEnd()),
                time(line.actualStart()),
                time(line.actualEnd()),
                "" + line.workers(),
                line.status().name(),
                line.workerId(),
                line.reason());
    }

    Map<Field, String> cells() {
        Map<Field, String> cells = new EnumMap<>(Field.class);
        cells.put(Field.PROVIDER_VISIT_ID, visitId);
        cells.put(Field.PACKAGE_REF, packageRef);
        // What is no date of the calendar goes on as typed, to be refused with the other mistakes.
        cells.put(
                Field.VISIT_DATE, date.date().map(LocalDate::toString).orElse(date.day() + date.month() + date.year()));
        cells.put(Field.PLANNED_START, clock(plannedStart));
        cells.put(Field.PLANNED_END, clock(plannedEnd));
        cells.put(Field.ACTUAL_START, clock(actualStart));
        cells.put(Field.ACTUAL_END, clock(actualEnd));
        cells.put(Field.WORKERS, workers);
        cells.put(Field.STATUS, status);
        cells.put(Field.WORKER_ID, workerId);
        cells.put(Field.REASON, reason);
        return cells;
    }

    /** Puts each problem beside its field, in words with the field's name. */
    static void show(List<Problem> problems, Errors errors) {
        for (Problem problem : problems) {
            // A file writes a date in one cell, a page in three boxes.
            String why =
                    problem.reason() == Reason.DATE ? "visits.form.date.invalid" : "visits.Reason." + problem.reason();
            Object[] words = {words("visits.Field." + problem.field()), words(why)};
            errors.rejectValue(NAMES.getOrDefault(problem.field(), "packageRef"), "visits.problem", words, null);
        }
    }

    private static DefaultMessageSourceResolvable words(String key) {
        return new DefaultMessageSourceResolvable(key);
    }

    /** As files write it; what is no time goes on as typed, to be refused. */
    private static String clock(String typed) {
        return TypedTime.of(typed).map(LocalTime::toString).orElse(typed);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private static String time(@Nullable Instant at) {
        if (at == null) return "";
        LocalTime wall = Zone.wallTime(at).toLocalTime();
        return wall.toString();
    }
}
