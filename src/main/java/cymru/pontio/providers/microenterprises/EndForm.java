package cymru.pontio.providers.microenterprises;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The last day of an arrangement, or that it never was. */
record EndForm(
        @RealDate(message = "{microenterprises.end.last.date}")
        DateParts last,

        Boolean mistake) {
    EndForm(@Nullable DateParts last, @Nullable Boolean mistake) {
        this.last = Objects.requireNonNullElse(last, DateParts.blank());
        this.mistake = Boolean.TRUE.equals(mistake);
    }

    static EndForm blank() {
        return new EndForm(null, null);
    }

    void check(Arrangement arrangement, Errors errors) {
        if (mistake) return;
        if (last.isBlank()) errors.rejectValue("last", "microenterprises.end.last.date");
        last.date()
                .filter(day -> day.isBefore(arrangement.days().from()))
                .ifPresent(day -> errors.rejectValue("last", "microenterprises.end.last.early"));
    }
}
