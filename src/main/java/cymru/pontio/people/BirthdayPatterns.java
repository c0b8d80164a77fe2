package cymru.pontio.people;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a birthday may be written: figures in the usual orders, or the month, or the day too, in words of either language.
 * With the day in words it is found without its year: no other day is written like that.
 */
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

    private static final String ORDINAL = "(?:st|nd|rd|th|af|il|ail|ydd|ed|fed|eg|ain)?";

    private static final List<String> FIRST_NINE =
            List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");
    private static final List<String> TENTH_ON = List.of(
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");
    private static final List<String> CYNTAF = List.of(
            "cyntaf",
            "ail",
            "trydydd",
            "pedwerydd",
            "pumed",
            "chweched",
            "seithfed",
            "wythfed",
            "nawfed",
            "degfed",
            "unfed ar ddeg",
            "deuddegfed",
            "trydydd ar ddeg",
            "pedwerydd ar ddeg",
            "pymthegfed",
            "unfed ar bymtheg",
            "ail ar bymtheg",
            "deunawfed",
            "pedwerydd ar bymtheg",
            "ugeinfed");

    private BirthdayPatterns() {}

    static Stream<String> of(LocalDate born) {
        String day = "0?" + born.getDayOfMonth();
        String month = "0?" + born.getMonthValue();
        String inWords = "(?:" + month(born.getMonthValue()) + ")\\.?";
        String year = "'?\\s?(?:" + born.getYear() / 100 + ")?" + String.format("%02d", born.getYear() % 100);
        String spoken = "(?<!twenty[\\s-])(?<!thirty[\\s-])(?:" + english(born.getDayOfMonth()) + "|"
                + welsh(born.getDayOfMonth()) + ")";
        String perhapsYear = "(?:[\\s,-]+" + year + "|(?![\\s,-]+(?:\\d{4}|'\\s?\\d{2})))";
        String between = "\\s*[/.\\s-]\\s*";
        return Stream.of(
                day + between + month + between + year,
                born.getYear() + between + month + between + day,
                day + ORDINAL + "[\\s-]+(?:(?:of|o|day of)\\s+)?" + inWords + "[\\s,-]+" + year,
                inWords + "\\s+(?:the\\s+)?" + day + ORDINAL + "[\\s,]+" + year,
                spoken + "[\\s-]+(?:(?:of|o|day of)\\s+)?" + inWords + perhapsYear,
                inWords + "\\s+(?:the\\s+|yr?\\s+)?" + spoken + "(?!\\s+ar\\s)" + perhapsYear);
    }

    private static String english(int day) {
        if (day < 10) return FIRST_NINE.get(day - 1);
        if (day <= 20) return TENTH_ON.get(day - 10);
        if (day == 30) return "thirtieth";
        return (day < 30 ? "twenty" : "thirty") + "[\\s-]+" + FIRST_NINE.get(day % 10 - 1);
    }

    private static String welsh(int day) {
        String words = day <= 20 ? CYNTAF.get(day - 1) : CYNTAF.get(day - 21) + " ar hugain";
        return words.replace(" ", "\\s+");
    }

    /** The words for a month in either language, as alternatives of a pattern. */
    static String month(int number) {
        return MONTHS.get(number - 1);
    }
}
