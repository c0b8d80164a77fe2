package cymru.pontio.site;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A date as typed in three fields. Nothing posted is the same as nothing typed. */
public record DateParts(String day, String month, String year) {
    public DateParts(@Nullable String day, @Nullable String month, @Nullable String year) {
        this.day = day == null ? "" : day.strip();
        this.month = month == null ? "" : month.strip();
        this.year = year == null ? "" : year.strip();
    }

    public static DateParts blank() {
        return new DateParts("", "", "");
    }

    public static DateParts of(@Nullable LocalDate date) {
        return date == null
                ? blank()
                : new DateParts("" + date.getDayOfMonth(), "" + date.getMonthValue(), "" + date.getYear());
    }

    public boolean isBlank() {
        return day.isEmpty() && month.isEmpty() && year.isEmpty();
    }

    /** The day, if what was typed is one between 1900 and 2199. */
    public Optional<LocalDate> date() {
        if (!day.matches("\\d{1,2}") || !month.matches("\\d{1,2}") || !year.matches("(19|20|21)\\d{2}"))
            return Optional.empty();
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** For after validation: nothing typed is no date. */
    public @Nullable LocalDate orNull() {
        return date().orElse(null);
    }
}
