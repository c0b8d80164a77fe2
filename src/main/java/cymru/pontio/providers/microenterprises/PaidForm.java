package cymru.pontio.providers.microenterprises;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** When the money was paid, and by what the payment is found. */
record PaidForm(
        @RealDate(required = true, message = "{microenterprises.grant.paid.date}")
        DateParts day,

        @Pattern(
                regexp = "[\\p{Alnum}][\\p{Alnum} ./-]{0,39}",
                message = "{microenterprises.grant.paid.reference.wrong}")
        String reference) {
    PaidForm(@Nullable DateParts day, @Nullable String reference) {
        this.day = Objects.requireNonNullElse(day, DateParts.blank());
        this.reference = Typed.text(reference);
    }

    static PaidForm blank() {
        return new PaidForm(null, null);
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
