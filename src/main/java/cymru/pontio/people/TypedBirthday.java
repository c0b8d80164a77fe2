package cymru.pontio.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A birthday as somebody types it to look for a person: 12/3/1940, 12.3.40, 12 March 1940, 12 Mawrth 1940. */
final class TypedBirthday {
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[\\s./-]+(?:o )?(\\d{1,2}|[a-z]+)[\\s./-]+(\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    private TypedBirthday() {}

    /** The days that can be meant: none if this is no date, two for a year without its century. */
    static List<LocalDate> days(String text) {
        String plain = FoldedText.fold(text).strip();
        Matcher yearFirst = YEAR_FIRST.matcher(plain);
        if (yearFirst.matches())
            return day(yearFirst.group(3), number(yearFirst.group(2)), yearFirst.group(1)).stream()
                    .toList();
        Matcher dayFirst = DAY_FIRST.matcher(plain);
        if (!dayFirst.matches()) return List.of();
        int month = month(dayFirst.group(2));
        String year = dayFirst.group(3);
        Stream<String> years = year.length() == 4 ? Stream.of(year) : Stream.of("19" + year, "20" + year);
        return years.flatMap(one -> day(dayFirst.group(1), month, one).stream()).toList();
    }

    private static int month(String text) {
        if (text.matches("\\d+")) return number(text);
        return IntStream.rangeClosed(1, 12)
                .filter(month -> text.matches(BirthdayPatterns.month(month)))
                .findFirst()
                .orElse(0);
    }

    private static Optional<LocalDate> day(String day, int month, String year) {
        try {
            return Optional.of(LocalDate.of(number(year), month, number(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
