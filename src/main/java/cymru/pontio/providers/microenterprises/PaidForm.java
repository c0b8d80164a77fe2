package cymru.pontio.providers.microenterprises;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** When the money was paid. */
record PaidForm(
        @RealDate(required = true, message = "{microenterprises.grant.paid.date}")
        DateParts day) {
    PaidForm(@Nullable DateParts day) {
        this.day = Objects.requireNonNullElse(day, DateParts.blank());
    }

    void check(LocalDate today, Errors errors) {
        day.date()
                .filter(one -> one.isAfter(today))
                .ifPresent(one -> errors.rejectValue("day", "microenterprises.grant.paid.future"));
    }
}
