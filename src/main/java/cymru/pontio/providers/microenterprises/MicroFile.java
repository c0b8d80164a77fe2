package cymru.pontio.providers.microenterprises;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The register as a file: codes, and whole numbers of people. */
final class MicroFile {
    static final String[] HEADER = {
        "ref",
        "name",
        "state",
        "since",
        "patches",
        "help",
        "welsh",
        "people_in_personal_care",
        "of_at_most",
        "people_without"
    };

    private MicroFile() {}

    static @Nullable Object[] cells(MicroView row, LocalDate since) {
        return new @Nullable Object[] {
            row.ref(),
            row.name(),
            row.state(),
            since,
            row.patches().stream().sorted().collect(Collectors.joining(" ")),
            row.help().stream().map(Enum::name).collect(Collectors.joining(" ")),
            row.welsh() ? "yes" : "no",
            row.personalCare(),
            FourPeople.MOST,
            row.others()
        };
    }
}
