package cymru.pontio.providers.workforce;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** An offer of guaranteed hours and what became of it, as typed. */
record OfferForm(
        @RealDate(required = true, message = "{workforce.form.offered.missing}")
        DateParts on,

        @Pattern(regexp = "AVERAGE|FEWER|STAY", message = "{workforce.form.choice.missing}")
        String choice) {
    OfferForm(@Nullable DateParts on, @Nullable String choice) {
        this.on = on == null ? DateParts.blank() : on;
        this.choice = Objects.requireNonNullElse(choice, "");
    }

    void check(Worker worker, LocalDate today, Errors errors) {
        on.date()
                .filter(day -> day.isAfter(today) || !day.isAfter(worker.contractSince()))
                .ifPresent(day -> errors.rejectValue("on", "workforce.error.offerDay"));
    }
}
