package cymru.pontio.visits;

import static cymru.pontio.visits.Field.*;

import cymru.pontio.placements.PlacementForVisits;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one row and finds everything that is wrong with it, not only the first thing. */
final class RowCheck {
    private static final Pattern VISIT_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:#-]{0,59}");
    private static final Pattern WORKER_NUMBER = Pattern.compile("[A-Za-z0-9._/#-]{0,40}");
    private static final int LONGEST_REASON = 500;
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_LOCAL_DATE;
    // What spreadsheets in Britain make of an ISO date.
    private static final DateTimeFormatter BRITISH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("H:mm").withResolverStyle(ResolverStyle.STRICT);

    private static final Map<String, VisitStatus> STATUSES =
            Arrays.stream(VisitStatus.values()).collect(Collectors.toMap(Enum::name, Function.identity()));

    private final RawRow row;
    private final VisitRules rules;
    private final List<Problem> problems = new ArrayList<>(0);

    private RowCheck(RawRow row, VisitRules rules) {
        this.row = row;
        this.rules = rules;
    }

    /** @param terms none if there is any problem */
    record Checked(@Nullable VisitTerms terms, List<Problem> problems) {}

    static Checked check(RawRow row, VisitRules rules) {
        RowCheck check = new RowCheck(row, rules);
        VisitTerms terms = check.terms();
        return new Checked(terms, check.problems);
    }

    /** The visit's number, if what is written can be one. */
    static String visitId(RawRow row) {
        String written = row.get(PROVIDER_VISIT_ID);
        return VISIT_NUMBER.matcher(written).matches() ? written : "";
    }

    private @Nullable VisitTerms terms() {
        String visitId = visitId(row);
        if (visitId.isEmpty()) wrong(PROVIDER_VISIT_ID, row.has(PROVIDER_VISIT_ID) ? Reason.VISIT_ID : Reason.MISSING);
        LocalDate date = date();
        PlacementForVisits placement = placement(date);
        VisitStatus status = status();
        Span planned = span(date, PLANNED_START, PLANNED_END);
        Span actual = span(date, ACTUAL_START, ACTUAL_END);
        if (actual != null && actual.end().isAfter(rules.now())) wrong(ACTUAL_END, Reason.FUTURE);
        int workers = workers();
        if (status != null) fits(status);
        texts();
        if (!problems.isEmpty() || date == null || placement == null || status == null) return null;
        return new VisitTerms(
                visitId, placement, date, planned, actual, workers, status, row.get(WORKER_ID), row.get(REASON));
    }

    private @Nullable LocalDate date() {
        LocalDate date = parsed(row.get(VISIT_DATE));
        if (!row.has(VISIT_DATE)) wrong(VISIT_DATE, Reason.MISSING);
        else if (date == null) wrong(VISIT_DATE, Reason.DATE);
        else if (date.isBefore(VisitRules.EARLIEST)) wrong(VISIT_DATE, Reason.TOO_OLD);
        else if (date.isAfter(rules.today())) wrong(VISIT_DATE, Reason.FUTURE);
        else return date;
        return null;
    }

    private static @Nullable LocalDate parsed(String written) {
        LocalDate plain = PlainDigits.date(written);
        if (plain != null) return plain;
        try {
            return LocalDate.parse(written, written.contains("/") ? BRITISH : ISO);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable PlacementForVisits placement(@Nullable LocalDate date) {
        Optional<PlacementForVisits> found = rules.placement(row.get(PACKAGE_REF), date);
        if (found.isEmpty()) wrong(PACKAGE_REF, row.has(PACKAGE_REF) ? Reason.PACKAGE : Reason.MISSING);
        return found.orElse(null);
    }

    private @Nullable VisitStatus status() {
        VisitStatus status = STATUSES.get(row.get(STATUS).toUpperCase(Locale.ROOT));
        if (status == null) wrong(STATUS, row.has(STATUS) ? Reason.STATUS : Reason.MISSING);
        return status;
    }

    private int workers() {
        String written = row.get(WORKERS);
        if (written.equals("1") || written.equals("2")) return Integer.parseInt(written);
        wrong(WORKERS, written.isEmpty() ? Reason.MISSING : Reason.WORKERS);
        return 0;
    }

    private @Nullable Span span(@Nullable LocalDate date, Field from, Field to) {
        LocalTime started = time(from);
        Integer lasted = to == ACTUAL_END ? row.lasted() : null;
        LocalTime ended = lasted == null ? time(to) : null;
        if (row.has(from) != row.has(to)) wrong(row.has(from) ? to : from, Reason.HALF);
        if (started == null || date == null) return null;
        if (lasted != null) return span(date.atTime(started), lasted);
        if (ended == null) return null;
        if (started.equals(ended)) return wrong(to, Reason.NO_LENGTH);
        Optional<Instant> start = WallClock.moment(date.atTime(started));
        if (start.isEmpty()) return wrong(from, Reason.NO_SUCH_TIME);
        Optional<Instant> end = WallClock.end(date, started, start.get(), ended);
        if (end.isEmpty()) return wrong(to, Reason.NO_SUCH_TIME);
        Span span = new Span(start.get(), end.get());
        return span.tooLong() ? wrong(to, Reason.TOO_LONG) : span;
    }

    private @Nullable Span span(LocalDateTime started, int lasted) {
        Optional<Instant> start = WallClock.moment(started);
        if (start.isEmpty()) return wrong(ACTUAL_START, Reason.NO_SUCH_TIME);
        Span span = new Span(start.get(), start.get().plus(Duration.ofMinutes(lasted)));
        return span.tooLong() ? wrong(ACTUAL_END, Reason.TOO_LONG) : span;
    }

    private @Nullable LocalTime time(Field field) {
        if (!row.has(field)) return null;
        LocalTime plain = PlainDigits.time(row.get(field));
        if (plain != null) return plain;
        try {
            return LocalTime.parse(row.get(field), TIME_OF_DAY);
        } catch (DateTimeException e) {
            wrong(field, Reason.TIME);
            return null;
        }
    }

    private void fits(VisitStatus status) {
        for (Field end : List.of(ACTUAL_START, ACTUAL_END)) {
            if (status.delivers() && !row.has(end)) replace(end, Reason.NEEDS_ACTUAL);
            if (status == VisitStatus.MISSED && row.has(end)) wrong(end, Reason.NOT_ACTUAL);
        }
        if (status.needsReason() && !row.has(REASON)) wrong(REASON, Reason.NEEDS_REASON);
    }

    private void texts() {
        if (row.get(REASON).length() > LONGEST_REASON) wrong(REASON, Reason.TEXT_LENGTH);
        if (!WORKER_NUMBER.matcher(row.get(WORKER_ID)).matches()) wrong(WORKER_ID, Reason.WORKER);
    }

    /** One sentence for a missing cell, the more telling one. */
    private void replace(Field field, Reason reason) {
        problems.removeIf(problem -> problem.field() == field && problem.reason() == Reason.HALF);
        wrong(field, reason);
    }

    private @Nullable Span wrong(Field field, Reason reason) {
        problems.add(new Problem(row.line(), visitId(row), field, reason));
        return null;
    }
}
