package cymru.pontio.providers.register;

import cymru.pontio.providers.register.RegisterFile.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a row says, or everything that is wrong with it. */
final class RowCheck {
    private static final int LONGEST = 300;
    private static final List<DateTimeFormatter> DATES = List.of(
            date("d/M/uuuu[ H:mm[:ss]]"), date("uuuu-M-d[ H:mm[:ss]]"), date("d MMMM uuuu"), date("d MMM uuuu"));

    private final Regulator regulator;
    private final Row row;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final List<RowProblem> problems = new ArrayList<>();

    private RowCheck(Regulator regulator, Row row) {
        this.regulator = regulator;
        this.row = row;
    }

    /** @param registration blank if it cannot be read */
    record Outcome(long line, String registration, Optional<ServiceEntry> entry, List<RowProblem> problems) {
        /** Without a number, or with a stray quotation mark that has swallowed rows, other services may be hidden in it. */
        boolean hidesOthers() {
            return registration.isEmpty()
                    || problems.stream()
                            .anyMatch(problem -> problem.fault().equals(Fault.CELLS.name())
                                    || problem.fault().equals(Fault.LONG.name()));
        }
    }

    static Outcome of(Regulator regulator, Row row) {
        RowCheck check = new RowCheck(regulator, row);
        check.all();
        String registration = registration(row);
        Optional<ServiceEntry> entry =
                check.problems.isEmpty() ? Optional.of(new ServiceEntry(registration, check.values)) : Optional.empty();
        return new Outcome(row.line(), registration, entry, check.problems);
    }

    private static String registration(Row row) {
        String typed = row.get(Column.REGISTRATION).toUpperCase(Locale.ROOT);
        return typed.matches("[A-Z0-9][A-Z0-9-]{2,39}") ? typed : "";
    }

    private void all() {
        if (registration(row).isEmpty()) problem(Column.REGISTRATION, Fault.REGISTRATION);
        if (row.misshapen()) {
            problems.add(new RowProblem(row.line(), registration(row), null, Fault.CELLS.name()));
            return;
        }
        for (Column column : regulator.required())
            if (column != Column.REGISTRATION
                    && column != Column.RESPONSIBLE
                    && row.get(column).isEmpty()) problem(column, Fault.MISSING);
        row.cells().forEach(this::value);
        boolean rated = values.keySet().stream().anyMatch(Column::isRating);
        if (rated && !values.containsKey(Column.INSPECTED_ON) && !row.cells().containsKey(Column.INSPECTED_ON))
            problem(Column.INSPECTED_ON, Fault.UNDATED);
    }

    private void value(Column column, String typed) {
        if (column == Column.REGISTRATION) return;
        if (typed.length() > LONGEST) problem(column, Fault.LONG);
        else if (column == Column.ENVIRONMENT) environment(typed);
        else if (column.isRating()) rating(column, typed);
        else if (Column.DATES.contains(column)) day(column, typed);
        else if (column == Column.REPORT_URL) address(typed);
        else values.put(column, typed);
    }

    private void environment(String typed) {
        if (!Rating.notYet(typed) && !Column.letters(typed).equals("notapplicable"))
            problem(Column.ENVIRONMENT, Fault.ENVIRONMENT);
    }

    private void rating(Column column, String typed) {
        if (Rating.notYet(typed)) return;
        Rating.of(regulator, typed)
                .ifPresentOrElse(rating -> values.put(column, rating.name()), () -> problem(column, Fault.RATING));
    }

    private void day(Column column, String typed) {
        parsed(typed).ifPresentOrElse(day -> values.put(column, day.toString()), () -> problem(column, Fault.DATE));
    }

    private void address(String typed) {
        if (typed.matches("https?://[\\w.-]+(:\\d+)?(/\\S*)?")) values.put(Column.REPORT_URL, typed);
        else problem(Column.REPORT_URL, Fault.ADDRESS);
    }

    private void problem(Column column, Fault fault) {
        problems.add(new RowProblem(row.line(), registration(row), column.heading(regulator), fault.name()));
    }

    private static Optional<LocalDate> parsed(String typed) {
        for (DateTimeFormatter format : DATES) {
            try {
                LocalDate day = LocalDate.parse(typed, format);
                return day.getYear() > 1900 && day.getYear() < 2200 ? Optional.of(day) : Optional.empty();
            } catch (DateTimeException e) {
                // the next format may fit
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter date(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.UK)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
