package cymru.pontio.providers.microenterprises;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** From when on somebody is helped with other things. */
record ChangeForm(
        @RealDate(required = true, message = "{microenterprises.change.from.date}")
        DateParts from) {
    ChangeForm(@Nullable DateParts from) {
        this.from = Objects.requireNonNullElse(from, DateParts.blank());
    }

    void check(Arrangement arrangement, Errors errors) {
        from.date()
                .filter(day -> !arrangement.days().contains(day))
                .ifPresent(day -> errors.rejectValue("from", "microenterprises.error.changeOutside"));
    }
}
