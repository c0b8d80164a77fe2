package cymru.pontio.people;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** How a birthday may be written: figures in the usual orders, or the month in words of either language. */
final class BirthdayPatterns {
    /** English; Welsh, also as it stands after {@code o}: 12 o Fawrth. */
    private static final List<String> MONTHS = List.of(
            "january|jan|ionawr|ion",
            "february|feb|chwefror|chwef|chw",
            "march|mar|mawrth|maw|fawrth",
            "april|apr|ebrill|ebr",
            "may|mai|fai",
            "june|jun|mehefin|meh|fehefin",
            "july|jul|gorffennaf|gorff|gor|orffennaf",
            "august|aug|awst",
            "september|sept|sep|medi|fedi",
            "october|oct|hydref|hyd",
            "november|nov|tachwedd|tach|dachwedd",
            "december|dec|rhagfyr|rhag|ragfyr");

    private static final String ORDINAL = "(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?";

    private BirthdayPatterns() {}

    static Stream<String> of(LocalDate born) {
        String day = "0?" + born.getDayOfMonth();
        String month = "0?" + born.getMonthValue();
        String inWords = "(?:" + month(born.getMonthValue()) + ")\\.?";
        String year = "(?:" + born.getYear() / 100 + ")?" + String.format("%02d", born.getYear() % 100);
        String between = "\\s*[/.\\s-]\\s*";
        return Stream.of(
                day + between + month + between + year,
                born.getYear() + between + month + between + day,
                day + ORDINAL + "[\\s-]+(?:(?:of|o)\\s+)?" + inWords + "[\\s,-]+" + year,
                inWords + "\\s+" + day + ORDINAL + "[\\s,]+" + year);
    }

    /** The words for a month in either language, as alternatives of a pattern. */
    static String month(int number) {
        return MONTHS.get(number - 1);
    }
}
