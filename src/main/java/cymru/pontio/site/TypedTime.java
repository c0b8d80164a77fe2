package cymru.pontio.site;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day as people type it with the 24 hour clock: 7:30, 07.30, 7 30 and 0730 are half past seven. */
public final class TypedTime {
    /** Minutes have two figures: 10:5 could be five past ten or ten to eleven, and is asked for again. */
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])[:. ]?([0-5]\\d)");

    private TypedTime() {}

    public static Optional<LocalTime> of(String typed) {
        Matcher time = TIME.matcher(typed.strip());
        return time.matches()
                ? Optional.of(LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
                : Optional.empty();
    }
}
