package cymru.pontio.adverts;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds in free text what could tell who a person is, or let a stranger in: titles with names, street addresses, full
 * postcodes, telephone and NHS numbers, key-safe codes, dates of birth, email addresses. It reads English and Welsh. It
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
    /** In full or shortened, English; Welsh, also as it stands after {@code o}: 12 o Fawrth. */
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ion(?:awr)?|chw(?:ef(?:ror)?)?|[mf]aw(?:rth)?"
                    + "|ebr(?:ill)?|[mf]ai|[mf]eh(?:efin)?|gor(?:ff(?:ennaf)?)?|orffennaf|awst|[mf]edi|hyd(?:ref)?|[td]ach(?:wedd)?"
                    + "|rh?ag(?:fyr)?)(?!\\p{L})(?:\\.(?=\\s*[\\d’']))?";

    private static final String DAY = "(?:\\d{1,2}\\s?(?:st|nd|rd|th|af|il|ail|ydd|ed|fed|eg|ain)?(?!\\p{L})"
            + "|(?:(?:twenty|thirty)[\\s-]+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
            + "|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
            + "|(?:cyntaf|ail|trydydd|pedwerydd|pumed|chweched|seithfed|wythfed|nawfed|degfed|unfed|deuddegfed"
            + "|pymthegfed|deunawfed|ugeinfed)(?:\\s+ar\\s+(?:ddeg|bymtheg|hugain))?(?:\\s+ar\\s+hugain)?)";
    private static final String DAY_MONTH = "(?:" + DAY + "[\\s-]+(?:day\\s+of\\s+|of\\s+|o\\s+)?" + MONTH + "|" + MONTH
            + "\\s+(?:the\\s+|yr?\\s+)?" + DAY + ")";

    /** Two figures alone are a year only where nothing is counted by them: not in 4 March, 45 minutes. */
    private static final String YEAR = "(?:\\d{4}|['’‘]\\s?\\d{2}(?!\\d)|\\d{2}(?=\\s*(?:[.,;)]|$))"
            + "|nineteen[\\s-]+\\p{L}+(?:[\\s-]+\\p{L}+)?|(?:un\\s+)?mil\\s+naw\\s+\\p{L}+(?:\\s+\\p{L}+)?)";

    private static final String DATE = "(?:\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})|\\d{4}-\\d{2}-\\d{2}|"
            + DAY_MONTH + "[\\s,-]+(?:(?:in|yn|ym)\\s+(?:the\\s+year\\s+|y\\s+flwyddyn\\s+)?)?" + YEAR + ")";
    private static final String BORN = "(?:born|birth|birthday|b-?day|d\\.?o\\.?b\\.?|turn(?:s|ed|ing)?\\s+\\d{2,3}"
            + "|ganed|ganwyd|geni|(?:p|ph|b|mh)en-?blwydd|troi[’']?n\\s+\\d{2,3})";
    private static final String STREET = "(?:Road|Rd|Street|St|Lane|Ln|Close|Avenue|Ave|Terrace|Drive|Crescent|Place"
            + "|Gardens|Court|Grove|Row|Hill|Way|Walk|Mews|Square|View|Villas|Cottages|Estate|Green|Parade|Rise|Park)";
    private static final String STRYD = "(?:Heol|Stryd|Ffordd|Lôn|Lon|Maes|Bryn|Rhodfa|Rhes|Clos|Cae|Parc|Teras|Tai|Erw"
            + "|Pen|Trem|Llys|Gerddi|Dôl|Sgwâr|Tan|Glan|Cwrt|Y|Yr)";

    /** People round the person, Welsh also as they stand after ei: ei merch, ei gŵr, ei thad. */
    private static final String KIN =
            "(?:daughter|son|wife|husband|sister|brother|mother|father|mum|mam|dad|niece|nephew"
                    + "|(?:grand|step)(?:daughter|son|mother|father)|aunt|uncle|cousin|neighbour|friend|partner"
                    + "|merch|ferch|[mf]ab|g?wraig|gŵr|ŵr|chwaer|[bf]rawd|[mf]am|[td]ad|thad|nith|nai|h?wyres|h?ŵyr|modryb|ewythr"
                    + "|c?h?[gy]?ymydog|c?h?[gy]?ymdoges|ffrind|[pb]artner|phartner)";

    /** A capital that begins no name. */
    private static final String NO_NAME =
            "(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul"
                    + "|January|February|March|April|May|June|July|August|September|October|November|December|Ionawr|Chwefror|Ebrill"
                    + "|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr|Welsh|English|Polish|Cymraeg|Gymraeg|Saesneg|Alzheimer"
                    + "|Parkinson|Christmas|Easter|Nadolig|\\p{Lu}+\\b)";

    private static final String FIGURE = "(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine"
            + "|dim|un|dau|tri|pedwar|pump|chwech|saith|wyth|naw)";

    /** Where a code lets in, with what it belongs to before or after it. */
    private static final String KEY = "(?:key\\s*-?\\s*(?:safe|box|code)|(?:door|entry|gate|access|alarm)\\s+code"
            + "|code\\s+(?:for|to|of)\\s+(?:the\\s+)?(?:door|gate|house|flat|alarm|safe|key)"
            + "|(?:s[êe]ff|blwch)\\s*(?:yr\\s+)?allwedd\\w*|allwedd\\w*\\s+(?:yn\\s+y|mewn)\\s+(?:s[êe]ff|blwch)"
            + "|cod\\s+(?:yr?\\s+)?(?:drws|mynediad|gi[âa]t|larwm|s[êe]ff|blwch|allwedd\\w*))";

    private static final List<Rule> RULES = List.of(
            rule(Kind.EMAIL, "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+", ANY_CASE),
            rule(
                    Kind.NAME,
                    "\\b(?i:mr|mrs|miss|ms|mx|dr|doctor|prof|sir|lady|rev|revd|parch|nyrs)\\b\\.?\\s+" + CAPITAL
                            + "(?:[\\s-]+" + CAPITAL + ")*",
                    UNICODE_CHARACTER_CLASS),
            rule(
                    Kind.NAME,
                    "\\b(?i:" + KIN + ")(?:,?\\s+(?:is\\s+)?(?:called|named|o’r\\s+enw|sef|yw))?,?\\s+" + NO_NAME
                            + CAPITAL + "(?:[\\s-]+" + CAPITAL + ")*",
                    UNICODE_CHARACTER_CLASS),
            rule(Kind.ADDRESS, "///\\p{L}+\\.\\p{L}+\\.\\p{L}+", ANY_CASE),
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
            rule(Kind.POSTCODE, "\\b[A-Z]{1,2}\\d[A-Z\\d]?\\s+\\d\\s[ABD-HJLNP-UW-Z]{2}\\b", 0),
            new Rule(
                    Kind.NHS_NUMBER,
                    Pattern.compile("(?<!\\d)\\d{3}[\\s.-]?\\d{3}[\\s.-]?\\d{4}(?!\\d)"),
                    PrivacyCheck::nhs),
            rule(Kind.PHONE, "(?<![\\d+])(?:\\+44|0044|\\(?0)(?:[\\s().-]*\\d){9,10}(?!\\d)", 0),
            rule(Kind.PHONE, "\\b" + FIGURE + "(?:[\\s,-]+" + FIGURE + "){8,}\\b", ANY_CASE),
            rule(
                    Kind.KEY_SAFE,
                    "\\b" + KEY + "\\b[^.;\\n]{0,20}?\\b" + FIGURE + "(?:[\\s,-]+" + FIGURE + "){2,}\\b",
                    ANY_CASE),
            rule(
                    Kind.KEY_SAFE,
                    "\\b(?:" + KEY
                            + "|pin)\\b[^.;\\d\\n"
                            + "]{0,30}?(?:(?:\\b[a-z]{0,2})?\\d[\\da-z]{2,7}|\\d(?:[\\s-]\\d){2,7})\\b",
                    ANY_CASE),
            rule(
                    Kind.KEY_SAFE,
                    "\\b[a-z]?\\d{4,6}[a-z]?\\b[^.;\\n]{0,20}\\b(?:key\\s*-?\\s*safe|key\\s*-?\\s*box|s[êe]ff\\s*allwedd\\w*)",
                    ANY_CASE),
            rule(Kind.DATE_OF_BIRTH, "\\b" + BORN + "(?!\\p{L})[^\\n;]{0,25}?" + DATE, ANY_CASE),
            rule(Kind.DATE_OF_BIRTH, "(?<!\\d)" + DATE + "[^\\n;.]{0,12}\\b" + BORN + "(?!\\p{L})", ANY_CASE),
            rule(Kind.DATE_OF_BIRTH, "\\b" + BORN + "(?!\\p{L})[^\\n;.]{0,25}?\\b" + DAY_MONTH, ANY_CASE),
            rule(Kind.DATE_OF_BIRTH, "\\b" + BORN + "(?!\\p{L})[^\\n;.]{0,12}?\\b" + MONTH + "\\s+\\d{4}", ANY_CASE),
            rule(Kind.DATE_OF_BIRTH, "\\b" + BORN + "(?!\\p{L})[^\\n;.\\d]{0,12}?\\b(?:19\\d{2}|200\\d)\\b", ANY_CASE),
            new Rule(
                    Kind.DATE_OF_BIRTH,
                    Pattern.compile("(?<![\\p{L}\\d/.-])" + DATE + "(?![\\p{L}\\d])", ANY_CASE),
                    PrivacyCheck::longAgo));

    private static final Pattern SPOKEN_YEAR = Pattern.compile("nineteen|mil\\s+naw", ANY_CASE);
    private static final Pattern FIGURES =
            Pattern.compile("(?<day>\\d{1,2})[./-](?<month>\\d{1,2})[./-]\\d{2}(?:\\d{2})?");
    private static final Pattern LAST_YEAR = Pattern.compile("(?<!\\d)(\\d{4}|\\d{2})$");

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

    /**
     * A full date in a year in which somebody now grown up could be born: nothing about care to come is that old, nor as far
     * ahead as two figures would then mean.
     */
    private static boolean longAgo(String phrase) {
        if (SPOKEN_YEAR.matcher(phrase).find()) return true;
        if (phrase.matches("\\d{4}-.*")) return phrase.matches("(?:19|200).*");
        // Round the clock every week of the year. Whose birthday it is, has it among the own details.
        if (phrase.equals("24/7/52")) return false;
        Matcher figures = FIGURES.matcher(phrase);
        if (figures.matches() && (number(figures, "day") > 31 || number(figures, "month") > 12)) return false;
        Matcher year = LAST_YEAR.matcher(phrase);
        if (!year.find()) return false;
        String digits = year.group(1);
        if (digits.length() == 4) return digits.matches("19\\d{2}|200\\d");
        int two = Integer.parseInt(digits);
        return two <= 9 || two >= 32;
    }

    private static int number(Matcher figures, String group) {
        return Integer.parseInt(figures.group(group));
    }
}
