package cymru.pontio.visits;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of visits, in the order in which we name them. */
public enum Field {
    PROVIDER_VISIT_ID,
    PACKAGE_REF,
    VISIT_DATE,
    PLANNED_START,
    PLANNED_END,
    ACTUAL_START,
    ACTUAL_END,
    WORKERS,
    STATUS,
    WORKER_ID,
    REASON;

    static final String HEADER =
            String.join(",", Arrays.stream(values()).map(Field::column).toList());

    /** As it stands in the first line of the file, in both languages. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> named(String heading) {
        String wanted = heading.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.column().equals(wanted))
                .findFirst();
    }

    static List<String> columns(List<Field> fields) {
        return fields.stream().map(Field::column).toList();
    }
}
