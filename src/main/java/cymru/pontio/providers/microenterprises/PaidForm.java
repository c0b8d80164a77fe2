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

    /** @param decided none while it waits for an answer */
    void check(@Nullable LocalDate decided, LocalDate today, Errors errors) {
        LocalDate paid = day.orNull();
        if (paid == null) return;
        if (paid.isAfter(today)) errors.rejectValue("day", "microenterprises.grant.paid.future");
        if (decided != null && paid.isBefore(decided))
            errors.rejectValue("day", "microenterprises.grant.paid.early", new Object[] {decided}, null);
    }
}
