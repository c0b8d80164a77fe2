package cymru.pontio.site;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import cymru.pontio.kernel.CareHours;
import cymru.pontio.kernel.Money;
import cymru.pontio.kernel.Zone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** How figures, dates and the words of fixed lists look in the reader's language. In templates: {@code #fmt}. */
public final class Formats {
    /** Frozen, so that all readers may share them. */
    private static final Map<Language, Collator> ALPHABETS =
            Map.of(Language.en, alphabet(Language.en), Language.cy, alphabet(Language.cy));

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final Map<Language, Dates> DATES =
            Map.of(Language.en, new Dates(Language.en), Language.cy, new Dates(Language.cy));
    private static final Map<Enum<?>, String> LABELS = new ConcurrentHashMap<>();
    /** By thread, because a DecimalFormat writes into itself; making one costs more than all the rest of a cell. */
    private static final ThreadLocal<Map<String, DecimalFormat>> NUMBERS = ThreadLocal.withInitial(HashMap::new);

    private final MessageSource messages;
    private final Locale locale;
    private final Dates dates;

    private record Dates(
            DateTimeFormatter date, DateTimeFormatter longDate, DateTimeFormatter month, DateTimeFormatter dateTime) {
        Dates(Language language) {
            this(
                    DateTimeFormatter.ofPattern("d MMMM yyyy", language.locale()),
                    DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", language.locale()),
                    DateTimeFormatter.ofPattern("MMMM yyyy", language.locale()),
                    DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", language.locale()));
        }
    }

    public Formats(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.dates = Objects.requireNonNull(DATES.get(Language.of(locale)));
    }

    /** 18 August 2025, 18 Awst 2025. */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : dates.date.format(day);
    }

    /** Monday 18 August 2025, dydd Llun 18 Awst 2025. */
    public String longDate(@Nullable LocalDate day) {
        return day == null ? "" : dates.longDate.format(day);
    }

    /** August 2025, Awst 2025. */
    public String month(@Nullable LocalDate day) {
        return day == null ? "" : dates.month.format(day);
    }

    /** 18 August 2025, 16:20: the clock on the wall in Wales. */
    public String dateTime(@Nullable Instant instant) {
        return instant == null ? "" : dates.dateTime.format(Zone.wallTime(instant));
    }

    public String time(@Nullable LocalTime time) {
        return time == null ? "" : TIME.format(time);
    }

    public String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(Zone.wallTime(instant));
    }

    /** The later end of a time that was agreed; 01:00 the next day, where it is after midnight. */
    public String until(@Nullable LocalTime until, boolean nextDay) {
        return nextDay ? message("site.nextDay", time(until)) : time(until);
    }

    /** 07:30–09:00, or 23:00–01:00 the next day. */
    public String window(@Nullable LocalTime from, @Nullable LocalTime until, boolean nextDay) {
        return time(from) + "–" + until(until, nextDay);
    }

    /** £1,234.50 */
    public String money(@Nullable Money money) {
        if (money == null) return "";
        String sign = money.pounds().signum() < 0 ? "-" : "";
        return sign + "£" + decimal("#,##0.00", money.pounds().abs());
    }

    public String money(@Nullable BigDecimal pounds) {
        return pounds == null ? "" : money(new Money(pounds));
    }

    /** 9,368 */
    public String number(long number) {
        return decimal("#,##0", BigDecimal.valueOf(number));
    }

    /** Up to three places: points of a score. */
    public String points(@Nullable BigDecimal points) {
        return points == null ? "" : decimal("#,##0.###", points);
    }

    /** Hours from minutes, to two places: 450 minutes are 7.5. The basis stands in the words around it. */
    public String hours(long minutes) {
        return decimal("#,##0.##", BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP));
    }

    public String hours(@Nullable CareHours hours) {
        return hours == null ? "" : hours(hours.minutes());
    }

    /** To the minute: 200 minutes are 3 hours, 20 minutes; 3 awr, 20 munud. Whose time it is stands in the words around it. */
    public String span(long minutes) {
        Measure hours = new Measure(minutes / 60, MeasureUnit.HOUR);
        Measure rest = new Measure(minutes % 60, MeasureUnit.MINUTE);
        MeasureFormat words = MeasureFormat.getInstance(locale, MeasureFormat.FormatWidth.WIDE);
        if (minutes < 60) return words.formatMeasures(rest);
        return minutes % 60 == 0 ? words.formatMeasures(hours) : words.formatMeasures(hours, rest);
    }

    /** Days of the week, Monday first, from digits as a call line keeps them: 135 is Mon, Wed, Fri. */
    public String days(String digits) {
        if (digits.equals("1234567")) return message("site.days.all");
        return digits.chars().mapToObj(day -> message("site.day." + (char) day)).collect(Collectors.joining(", "));
    }

    /** The words for a constant: key room.Type.CONSTANT, where the room is the type's package. */
    public String label(@Nullable Enum<?> constant) {
        if (constant == null) return "";
        return message(LABELS.computeIfAbsent(constant, Formats::labelKey));
    }

    private static String labelKey(Enum<?> constant) {
        Class<?> type = constant.getDeclaringClass();
        String room = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        return room + "." + type.getSimpleName() + "." + constant.name();
    }

    /** The constants as answers of a form, in their order. */
    public List<Choice> choices(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> new Choice(constant.name(), label(constant)))
                .toList();
    }

    public String message(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** By their names in the reader's alphabet: ch, dd, ff and ll are letters in Welsh. */
    public <T extends TwoNames> List<T> inAlphabet(Collection<T> all) {
        return all.stream()
                .sorted(Comparator.comparing(one -> either(one.nameEn(), one.nameCy()), alphabet()))
                .toList();
    }

    public Collator alphabet() {
        return Objects.requireNonNull(ALPHABETS.get(Language.of(locale)));
    }

    private static Collator alphabet(Language language) {
        return Collator.getInstance(new ULocale(language.name())).freeze();
    }

    /** Whichever of the two is in the reader's language. */
    public String either(String english, String welsh) {
        return locale.getLanguage().equals("cy") ? welsh : english;
    }

    public Locale locale() {
        return locale;
    }

    private static String decimal(String pattern, BigDecimal number) {
        return NUMBERS.get().computeIfAbsent(pattern, Formats::numbers).format(number);
    }

    private static DecimalFormat numbers(String pattern) {
        DecimalFormat format = new DecimalFormat(pattern, SYMBOLS);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }
}
