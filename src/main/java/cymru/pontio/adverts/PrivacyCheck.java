package cymru.pontio.adverts;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds in free text what could tell who a person is, or let a stranger in: titles with names, street addresses, full
 * postcodes, telephone and NHS numbers, key-safe codes, dates of birth, e-mail addresses. It reads English and Welsh. It
 * would rather stop one sentence too many than publish a name, but leaves the figures of care alone: two calls, thirty
 * minutes, half past seven.
 */
final class PrivacyCheck {
    /** What was found, and the very words. */
    record Finding(Kind kind, String phrase) {}

    enum Kind {
        NAME,
        ADDRESS,
        POSTCODE,
        PHONE,
        NHS_NUMBER,
        KEY_SAFE,
        DATE_OF_BIRTH,
        EMAIL
    }

    private record Rule(Kind kind, Pattern pattern, Predicate<String> holds) {}

    private static final int ANY_CASE = CASE_INSENSITIVE | UNICODE_CASE | UNICODE_CHARACTER_CLASS;
    private static final String CAPITAL = "\\p{Lu}[\\p{L}’'-]*";
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
            + "|ion|chwef|maw|ebr|mai|meh|gorff|awst|medi|hyd|tach|rhag)\\p{L}*";
    private static final String DATE = "(?:\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}"
            + "|\\d{1,2}(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?\\s+(?:of\\s+|o\\s+)?" + MONTH + ",?\\s+\\d{4})";
    private static final String BORN = "(?:born|birth|birthday|d\\.?o\\.?b\\.?|ganed|ganwyd|geni|pen-?blwydd)";
    private static final String STREET = "(?:Road|Rd|Street|St|Lane|Ln|Close|Avenue|Ave|Terrace|Drive|Crescent|Place"
            + "|Gardens|Court|Grove|Row|Hill|Way|Walk|Mews|Square|View|Villas|Cottages|Estate|Green|Parade|Rise|Park)";
    private static final String STRYD = "(?:Heol|Stryd|Ffordd|Lôn|Lon|Maes|Bryn|Rhodfa|Rhes|Clos|Cae|Parc|Teras|Tai|Erw"
            + "|Pen|Trem|Llys|Gerddi|Dôl|Sgwâr|Tan|Glan|Cwrt|Y|Yr)";

    private static final List<Rule> RULES = List.of(
            rule(Kind.EMAIL, "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", ANY_CASE),
            rule(
                    Kind.NAME,
                    "\\b(?i:mr|mrs|miss|ms|mx|dr|doctor|prof|sir|lady|rev|revd|parch|nyrs)\\b\\.?\\s+" + CAPITAL
                            + "(?:[\\s-]+" + CAPITAL + ")*",
                    UNICODE_CHARACTER_CLASS),
            rule(
                    Kind.ADDRESS,
                    "\\b\\d{1,4}[a-zA-Z]?,?\\s+(?:" + CAPITAL + "\\s+){1,4}" + STREET + "\\b",
                    UNICODE_CHARACTER_CLASS),
            rule(
                    Kind.ADDRESS,
                    "\\b\\d{1,4}[a-zA-Z]?,?\\s+" + STRYD + "(?:[\\s-]+(?:(?:y|yr|yn|i|o|ap)[\\s-]+)?" + CAPITAL
                            + "){1,3}",
                    UNICODE_CHARACTER_CLASS),
            rule(
                    Kind.ADDRESS,
                    "\\b(?i:flat|fflat|apartment|bungalow|number|rhif)\\s+\\d{1,4}[a-zA-Z]?,?\\s+" + CAPITAL + "(?:\\s+"
                            + CAPITAL + ")*",
                    UNICODE_CHARACTER_CLASS),
            rule(Kind.POSTCODE, "\\b(?:[a-z]{1,2}\\d[a-z\\d]?\\s*\\d[abd-hjlnp-uw-z]{2}|gir\\s*0aa)\\b", ANY_CASE),
            new Rule(
                    Kind.NHS_NUMBER,
                    Pattern.compile("(?<!\\d)\\d{3}[\\s.-]?\\d{3}[\\s.-]?\\d{4}(?!\\d)"),
                    PrivacyCheck::nhs),
            rule(Kind.PHONE, "(?<![\\d+])(?:\\+44|0044|\\(?0)(?:[\\s().-]*\\d){9,10}(?!\\d)", 0),
            rule(
                    Kind.KEY_SAFE,
                    "\\b(?:key\\s*-?\\s*safe|keysafe|key\\s*-?\\s*box|s[êe]ff\\s*(?:yr\\s+)?allwedd\\w*"
                            + "|blwch\\s*(?:yr\\s+)?allwedd\\w*|(?:door|entry|gate|access|alarm)\\s+code|pin|cod\\s+(?:y\\s+)?(?:drws|mynediad|gi[âa]t|larwm))\\b"
                            + "[^.;\\d\\n]{0,30}?(?:\\b[a-z]{0,2})?\\d[\\da-z]{2,7}\\b",
                    ANY_CASE),
            rule(
                    Kind.KEY_SAFE,
                    "\\b[a-z]?\\d{4,6}[a-z]?\\b[^.;\\n]{0,20}\\b(?:key\\s*-?\\s*safe|key\\s*-?\\s*box|s[êe]ff\\s*allwedd\\w*)",
                    ANY_CASE),
            rule(Kind.DATE_OF_BIRTH, "\\b" + BORN + "(?!\\p{L})[^\\n;]{0,25}?" + DATE, ANY_CASE),
            rule(Kind.DATE_OF_BIRTH, "(?<!\\d)" + DATE + "[^\\n;.]{0,12}\\b" + BORN + "(?!\\p{L})", ANY_CASE),
            new Rule(
                    Kind.DATE_OF_BIRTH,
                    Pattern.compile("(?<![\\d/.-])" + DATE + "(?!\\d)", ANY_CASE),
                    PrivacyCheck::longAgo));

    private PrivacyCheck() {}

    /** All that was found, in the order of the text; a phrase inside a longer one is told once. */
    static List<Finding> find(String text) {
        record Place(int start, int end, Finding finding) {}
        List<Place> places = new ArrayList<>();
        for (Rule rule : RULES) {
            rule.pattern
                    .matcher(text)
                    .results()
                    .filter(match -> rule.holds.test(match.group()))
                    .map(match -> new Place(match.start(), match.end(), finding(rule, match)))
                    .forEach(places::add);
        }
        places.sort(Comparator.comparingInt(Place::start)
                .thenComparing(Comparator.comparingInt(Place::end).reversed()));
        List<Finding> found = new ArrayList<>();
        int end = -1;
        for (Place place : places) {
            if (place.end() <= end) continue;
            found.add(place.finding());
            end = place.end();
        }
        return found;
    }

    static List<String> phrases(String text) {
        return find(text).stream().map(Finding::phrase).distinct().toList();
    }

    /** The sentence that quotes what has to go. */
    static Problem problem(String field, List<String> phrases) {
        return Problem.of(
                field, "adverts.privacy.found", phrases.stream().collect(Collectors.joining("”, “", "“", "”")));
    }

    private static Finding finding(Rule rule, MatchResult match) {
        return new Finding(rule.kind, match.group().strip());
    }

    private static Rule rule(Kind kind, String pattern, int flags) {
        return new Rule(kind, Pattern.compile(pattern, flags), phrase -> true);
    }

    /** Ten digits whose last one checks the others, modulus 11 (NHS data dictionary). */
    private static boolean nhs(String phrase) {
        String digits = phrase.replaceAll("\\D", "");
        int sum = 0;
        for (int i = 0; i < 9; i++) sum += (digits.charAt(i) - '0') * (10 - i);
        int check = (11 - sum % 11) % 11;
        return check != 10 && check == digits.charAt(9) - '0';
    }

    /** A full date in a year in which somebody now grown up could be born: nothing about care to come is that old. */
    private static boolean longAgo(String phrase) {
        return Pattern.compile("(?:19\\d{2}|200\\d)").matcher(phrase).find();
    }
}
