package cymru.pontio.providers.register;

import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.List;

/** What a file changes, and its bad rows, for spreadsheets. */
final class RegisterFiles {
    private RegisterFiles() {}

    static Csv changes(List<ChangeView> changes) {
        Csv csv = new Csv("registration", "name", "kind", "field", "was", "now");
        for (ChangeView one : changes)
            csv.row(one.registration(), one.name(), one.kind(), one.field(), one.was(), one.now());
        return csv;
    }

    static Csv badRows(List<RowProblem> problems, Formats words) {
        Csv csv = new Csv("line", "registration", "column", "fault", "reason");
        for (RowProblem one : problems)
            csv.row(
                    one.line(),
                    one.registration(),
                    one.heading(),
                    one.fault(),
                    words.message("register.Fault." + one.fault()));
        return csv;
    }
}
