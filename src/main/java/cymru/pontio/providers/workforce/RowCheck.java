package cymru.pontio.providers.workforce;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one row of a file and finds everything that is wrong with it, not only the first thing. */
final class RowCheck {
    // What spreadsheets in Britain make of an ISO date.
    private static final DateTimeFormatter BRITISH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate NONE = LocalDate.of(2000, 1, 1);

    private final WorkerFile.Row row;
    private final Standard standard;
    private final List<Problem> problems = new ArrayList<>();

    private RowCheck(WorkerFile.Row row, Standard standard) {
        this.row = row;
        this.standard = standard;
    }

    /** @param terms none if there is any problem */
    record Checked(@Nullable WorkerTerms terms, List<Problem> problems) {}

    static Checked check(WorkerFile.Row row, Standard standard, Set<String> localities, LocalDate today) {
        RowCheck check = new RowCheck(row, standard);
        if (!row.fits()) return new Checked(null, List.of(new Problem(row.line(), "", Fault.COLUMNS)));
        WorkerTerms terms = check.terms();
        Set<String> broken = new TreeSet<>();
        check.problems.forEach(one -> broken.add(one.place()));
        // What could not be read has its own sentence and is not judged a second time.
        terms.problems(row.line(), localities, today).stream()
                .filter(one -> !broken.contains(one.place()))
                .forEach(check.problems::add);
        return new Checked(check.problems.isEmpty() ? terms : null, check.problems);
    }

    private WorkerTerms terms() {
        String ref = OwnRef.clean(row.cell("reference"));
        if (ref.isEmpty()) wrong("reference", Fault.MISSING);
        LocalDate started = date("start");
        if (row.cell("start").isEmpty()) wrong("start", Fault.MISSING);
        LocalDate from = started == null ? NONE : started;
        LocalDate since = date("contract_since");
        Map<String, LocalDate> training = new HashMap<>();
        for (Course course : standard.courses()) {
            LocalDate done = date(course.column());
            if (done != null) training.put(course.code(), done);
        }
        LocalDate left = date("left");
        return new WorkerTerms(
                ref,
                contract(),
                since == null || started == null ? from : since,
                from,
                started == null ? null : left,
                date("registered"),
                date("qualified"),
                date("dbs"),
                welsh(),
                gender(),
                patches(),
                training);
    }

    private @Nullable LocalDate date(String column) {
        String written = row.cell(column);
        if (written.isEmpty()) return null;
        try {
            return LocalDate.parse(written, written.contains("/") ? BRITISH : DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeException e) {
            wrong(column, Fault.DATE);
            return null;
        }
    }

    private Contract contract() {
        String written =
                row.cell("contract").toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(Contract.values())
                .filter(one -> one.name().equals(written))
                .findFirst()
                .orElseGet(() -> {
                    wrong("contract", written.isEmpty() ? Fault.MISSING : Fault.CONTRACT);
                    return Contract.GUARANTEED;
                });
    }

    private int welsh() {
        String written = row.cell("welsh_level");
        if (written.matches("[0-5]")) return Integer.parseInt(written);
        wrong("welsh_level", written.isEmpty() ? Fault.MISSING : Fault.WELSH);
        return 0;
    }

    private @Nullable Gender gender() {
        String written = row.cell(WorkerFile.GENDER).toUpperCase(Locale.ROOT).replace(' ', '_');
        if (written.isEmpty()) return null;
        return Arrays.stream(Gender.values())
                .filter(one -> one.name().equals(written))
                .findFirst()
                .orElseGet(() -> {
                    wrong(WorkerFile.GENDER, Fault.GENDER);
                    return Gender.NOT_STATED;
                });
    }

    private Set<String> patches() {
        Set<String> patches = new TreeSet<>();
        for (String code : row.cell("patches").toLowerCase(Locale.ROOT).split("[\\s;,]+"))
            if (!code.isEmpty()) patches.add(code);
        return patches;
    }

    private void wrong(String place, Fault fault) {
        problems.add(new Problem(row.line(), place, fault));
    }
}
