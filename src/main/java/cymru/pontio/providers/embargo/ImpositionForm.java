package cymru.pontio.providers.embargo;

import cymru.pontio.providers.Embargo;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** An embargo as typed. */
record ImpositionForm(
        @Pattern(regexp = "NEW_WORK|NEW_WORK_AND_INCREASES", message = "{embargo.form.level.missing}")
        String level,

        @Pattern(
                regexp = "SAFEGUARDING|REGULATOR|QUALITY|WORKFORCE|FINANCE|OTHER",
                message = "{embargo.form.cause.missing}")
        String cause,

        @NotBlank(message = "{embargo.form.reason.missing}")
        @Pattern(regexp = TypedText.SENTENCES, message = "{embargo.form.reason.length}")
        String reason,

        @RealDate(required = true, message = "{embargo.form.reviewOn.date}")
        DateParts reviewOn) {

    ImpositionForm(
            @Nullable String level, @Nullable String cause, @Nullable String reason, @Nullable DateParts reviewOn) {
        this.level = Objects.requireNonNullElse(level, "");
        this.cause = Objects.requireNonNullElse(cause, "");
        this.reason = TypedText.clean(reason);
        this.reviewOn = reviewOn == null ? DateParts.blank() : reviewOn;
    }

    static ImpositionForm blank() {
        return new ImpositionForm(null, null, null, null);
    }

    void check(LocalDate today, Errors errors) {
        ReviewDate.fault(reviewOn.orNull(), today)
                .ifPresent(fault -> errors.rejectValue("reviewOn", "embargo.form.reviewOn." + fault));
    }

    EmbargoTerms toTerms(String language) {
        return new EmbargoTerms(
                Embargo.valueOf(level),
                Cause.valueOf(cause),
                reason,
                language,
                reviewOn.date().orElseThrow());
    }
}
