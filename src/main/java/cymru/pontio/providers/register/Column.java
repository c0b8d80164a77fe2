package cymru.pontio.providers.register;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What we read from a register file, with the headings under which the regulators have it. Headings are compared by their
 * letters and digits alone, because case, hyphens and brackets have changed from one edition to the next.
 */
enum Column {
    REGISTRATION("Service URN", "CQC Location ID (for office use only)", "CQC Location (for office use only)"),
    NAME("Service Name", "Name"),
    TYPE("Service Type", "Service types"),
    SUB_TYPE("Service Sub-Type", null),
    POSTCODE("Service Postcode", "Postcode"),
    LOCAL_AUTHORITY("Local Authority", "Local authority"),
    PARTNERSHIP_AREA("Regional Partnership Area", "Region", "Regional Partnership Board"),
    LANGUAGE("Main Operating Language of Service", null),
    RESPONSIBLE("Responsible Individual Names", null),
    PROVIDER_REGISTRATION(
            "Provider URN", "CQC Provider ID (for office use only)", "CQC Provider (for office use only)"),
    PROVIDER_NAME("Provider Name", "Provider name"),
    COMPANY_NUMBER("Company Number", null),
    UPDATED_ON("Last Updated On", null),
    INSPECTED_ON("Last Inspection Date", "Date of latest check", "Inspection Date"),
    REPORT_URL("Inspection Report URL", "Location URL", "Report URL"),
    WELL_BEING("Well-being Rating", null, "Well-being"),
    CARE_AND_SUPPORT("Care and Support Rating", null, "Care and Support"),
    LEADERSHIP("Leadership and Management Rating", null, "Leadership and Management"),
    ENVIRONMENT("Environment Rating", null, "Environment"),
    OVERALL(null, "Overall rating", "Overall"),
    SAFE(null, "Safe"),
    EFFECTIVE(null, "Effective"),
    CARING(null, "Caring"),
    RESPONSIVE(null, "Responsive"),
    WELL_LED(null, "Well-led");

    /** Dates as text in ISO form once read. */
    static final List<Column> DATES = List.of(UPDATED_ON, INSPECTED_ON);

    private final String ciw;
    private final String cqc;
    private final List<String> others;

    Column(@Nullable String ciw, @Nullable String cqc, String... others) {
        this.ciw = ciw == null ? "" : ciw;
        this.cqc = cqc == null ? "" : cqc;
        this.others = List.of(others);
    }

    static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** The heading in the regulator's own words; blank where it has no such column. */
    String heading(Regulator regulator) {
        return regulator == Regulator.CIW ? ciw : cqc;
    }

    static Optional<Column> named(Regulator regulator, String heading) {
        String letters = letters(heading);
        if (letters.isEmpty()) return Optional.empty();
        return Arrays.stream(values())
                .filter(column -> !column.heading(regulator).isEmpty())
                .filter(column -> letters(column.heading(regulator)).equals(letters)
                        || column.others.stream()
                                .anyMatch(other -> letters(other).equals(letters)))
                .findFirst();
    }

    boolean isRating() {
        return ordinal() >= WELL_BEING.ordinal();
    }

    /** Of the table that holds the value; ratings have a table of their own. */
    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
