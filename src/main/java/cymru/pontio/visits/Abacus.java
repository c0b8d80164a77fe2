package cymru.pontio.visits;

import static cymru.pontio.visits.Field.ACTUAL_END;
import static cymru.pontio.visits.Field.ACTUAL_START;
import static cymru.pontio.visits.Field.PACKAGE_REF;
import static cymru.pontio.visits.Field.PROVIDER_VISIT_ID;
import static cymru.pontio.visits.Field.REASON;
import static cymru.pontio.visits.Field.STATUS;
import static cymru.pontio.visits.Field.VISIT_DATE;
import static cymru.pontio.visits.Field.WORKERS;

import cymru.pontio.visits.FileRefused.Fault;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service-delivery CSV of Access Abacus: 24 columns, a row for each visit of each worker. The columns that say what
 * happened at the door are read; name and address of the person, and what is claimed for it in pounds, are not. Of the 24 headings
 * the description could be read up to the nineteenth only: five more are let through under whatever name, and not read. Which columns
 * are not read is told before anything is saved. The package is
 * found by {@code ServiceUserRef} or else {@code ContractNumber}, one of which holds its reference here.
 *
 * <p>There is no number for a visit: package, day and claimed start are taken as one, so that a later file corrects an
 * earlier. A row with {@code SecondaryVisit} is the second worker of the visit with the same three, see {@link Staging}.
 *
 * @see <a href="https://help-accessabacus.theaccessgroup.com/en/articles/14421513-csv-service-delivery-file-format">the
 *     published description</a>
 */
final class Abacus implements Layout {
    /** Behind the number of a visit, for the row of its second worker. */
    static final String SECOND = "/2";

    static final int COLUMNS = 24;
    private static final String REFERENCE = "filereference";
    private static final List<String> NEEDED = List.of(
            "FileReference",
            "Description",
            "Created",
            "ProviderRef",
            "ContractNumber",
            "ServiceUserRef",
            "ServiceUserDetails",
            "WeekEnding",
            "OurRef",
            "ServiceUserContribution",
            "PaymentClaimed",
            "ServiceType",
            "VisitDate",
            "StartTimeClaimed",
            "DurationClaimed",
            "ActualStartTime",
            "ActualDuration",
            "SecondaryVisit",
            "NumberOfCarers");
    private static final Set<String> READ = Set.of(
            REFERENCE,
            "contractnumber",
            "serviceuserref",
            "visitdate",
            "starttimeclaimed",
            "actualstarttime",
            "actualduration",
            "secondaryvisit",
            "numberofcarers");
    private static final int LONGEST_HEADING = 60;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):([0-5]\\d)(?::[0-5]\\d)?");
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern PACKAGE = Pattern.compile("PKG-\\w{4}-\\w", Pattern.CASE_INSENSITIVE);
    private static final int DAY = 1440;

    private final Map<String, Integer> place;
    private final List<String> unread;
    private String reference = "";

    private Abacus(Map<String, Integer> place, List<String> unread) {
        this.place = place;
        this.unread = unread;
    }

    static boolean recognises(CsvRecord header) {
        return header.getFields().stream()
                .anyMatch(heading -> heading.strip().toLowerCase(Locale.ROOT).equals(REFERENCE));
    }

    static Abacus of(CsvRecord header) {
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++)
            place.put(header.getField(i).strip().toLowerCase(Locale.ROOT), i);
        List<String> missing = new ArrayList<>(NEEDED);
        missing.removeIf(name -> place.containsKey(name.toLowerCase(Locale.ROOT)));
        int unknown = Math.max(0, header.getFieldCount() - COLUMNS);
        if (!missing.isEmpty() || unknown > 0 || place.size() < header.getFieldCount())
            throw new FileRefused(Fault.HEADER, missing.size(), String.join(", ", missing), unknown);
        List<String> unread = header.getFields().stream()
                .map(String::strip)
                .filter(heading -> !READ.contains(heading.toLowerCase(Locale.ROOT)))
                .map(heading -> heading.substring(0, Math.min(LONGEST_HEADING, heading.length())))
                .toList();
        return new Abacus(place, unread);
    }

    @Override
    public int columns() {
        return place.size();
    }

    @Override
    public List<String> unread() {
        return unread;
    }

    @Override
    public String reference() {
        return reference;
    }

    @Override
    public RawRow row(CsvRecord record) {
        String file = cell(record, REFERENCE);
        if (reference.isEmpty()) reference = file;
        if (file.isEmpty() || !file.equals(reference) || file.length() > 100)
            throw new FileRefused(Fault.REFERENCE, record.getStartingLineNumber());
        Map<Field, String> cells = new EnumMap<>(Field.class);
        put(cells, PACKAGE_REF, reference(cell(record, "serviceuserref"), cell(record, "contractnumber")));
        put(cells, VISIT_DATE, cell(record, "visitdate"));
        boolean second = cell(record, "secondaryvisit").equalsIgnoreCase("true");
        put(cells, PROVIDER_VISIT_ID, number(record, cells) + (second ? SECOND : ""));
        String duration = cell(record, "actualduration");
        int length = minutes(duration);
        happened(cells, cell(record, "actualstarttime"), duration, file);
        String carers = cell(record, "numberofcarers");
        put(cells, WORKERS, second || carers.isEmpty() ? "1" : carers);
        return new RawRow(record.getStartingLineNumber(), cells, length > 0 ? length : null);
    }

    private static void happened(Map<Field, String> cells, String start, String duration, String file) {
        if (minutes(duration) == 0) {
            put(cells, STATUS, VisitStatus.MISSED.name());
            put(cells, REASON, "ActualDuration 00:00, FileReference " + file);
            return;
        }
        put(cells, STATUS, VisitStatus.DELIVERED.name());
        put(cells, ACTUAL_START, clock(start));
        put(cells, ACTUAL_END, duration);
    }

    private String number(CsvRecord record, Map<Field, String> cells) {
        Matcher date = DATE.matcher(cells.getOrDefault(VISIT_DATE, ""));
        String day = date.matches()
                ? date.group(3) + two(date.group(2)) + two(date.group(1))
                : cells.getOrDefault(VISIT_DATE, "").replace("-", "");
        String claimed = cell(record, "starttimeclaimed");
        return "ABACUS:" + cells.getOrDefault(PACKAGE_REF, "") + ":" + day + ":"
                + (minutes(claimed) < 0 ? claimed : clock(claimed).replace(":", ""));
    }

    private static String reference(String user, String contract) {
        return !PACKAGE.matcher(user).matches() && PACKAGE.matcher(contract).matches() ? contract : user;
    }

    private String cell(CsvRecord record, String column) {
        Integer at = place.get(column);
        return at == null ? "" : record.getField(at).strip();
    }

    private static void put(Map<Field, String> cells, Field field, String value) {
        if (!value.isEmpty()) cells.put(field, value);
    }

    /** Whole minutes; less than none if it is no time. */
    private static int minutes(String written) {
        Matcher time = TIME.matcher(written);
        return time.matches() ? Integer.parseInt(time.group(1)) * 60 + Integer.parseInt(time.group(2)) : -1;
    }

    /** As our own files write it; what is no time of the day goes on as it is, to be refused. */
    private static String clock(String written) {
        int minute = minutes(written);
        return minute < 0 || minute >= DAY ? written : "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
