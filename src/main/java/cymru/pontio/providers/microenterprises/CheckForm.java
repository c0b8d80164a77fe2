package cymru.pontio.providers.microenterprises;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What was found, as typed. */
record CheckForm(
        @Pattern(regexp = "DONE|NOT_NEEDED|NOT_DONE", message = "{microenterprises.check.outcome.missing}")
        String outcome,

        @NotBlank(message = "{microenterprises.check.evidence.missing}")
        @Size(max = 500, message = "{microenterprises.check.evidence.long}")
        String evidence,

        @RealDate(required = true, message = "{microenterprises.check.on.date}")
        DateParts on,

        @RealDate(message = "{microenterprises.check.review.date}")
        DateParts review) {
    CheckForm(@Nullable String outcome, @Nullable String evidence, @Nullable DateParts on, @Nullable DateParts review) {
        this.outcome = Objects.requireNonNullElse(outcome, "");
        this.evidence = Typed.text(evidence);
        this.on = Objects.requireNonNullElse(on, DateParts.blank());
        this.review = Objects.requireNonNullElse(review, DateParts.blank());
    }

    static CheckForm blank(LocalDate today) {
        return new CheckForm("", "", DateParts.of(today), DateParts.blank());
    }

    void check(Item item, LocalDate today, Errors errors) {
        if (outcome.equals("NOT_NEEDED") && !item.optional())
            errors.rejectValue("outcome", "microenterprises.error.needed");
        on.date()
                .filter(day -> day.isAfter(today))
                .ifPresent(day -> errors.rejectValue("on", "microenterprises.check.on.future"));
        review.date()
                .filter(day -> !day.isAfter(on.date().orElse(LocalDate.MIN)))
                .ifPresent(day -> errors.rejectValue("review", "microenterprises.check.review.early"));
    }

    Checks.Found toFound() {
        return new Checks.Found(
                Check.Outcome.valueOf(outcome), evidence, on.date().orElseThrow(), review.orNull());
    }
}
