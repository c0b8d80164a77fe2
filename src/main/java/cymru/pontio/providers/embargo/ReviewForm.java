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

/** What a review found, as typed. */
record ReviewForm(
        @Pattern(regexp = "NEW_WORK|NEW_WORK_AND_INCREASES", message = "{embargo.form.level.missing}")
        String level,

        @NotBlank(message = "{embargo.form.finding.missing}")
        @Pattern(regexp = TypedText.SENTENCES, message = "{embargo.form.reason.length}")
        String finding,

        @RealDate(required = true, message = "{embargo.form.reviewOn.date}")
        DateParts reviewOn) {

    ReviewForm(@Nullable String level, @Nullable String finding, @Nullable DateParts reviewOn) {
        this.level = Objects.requireNonNullElse(level, "");
        this.finding = TypedText.clean(finding);
        this.reviewOn = reviewOn == null ? DateParts.blank() : reviewOn;
    }

    static ReviewForm of(EmbargoView embargo) {
        return new ReviewForm(embargo.level().name(), "", null);
    }

    void check(EmbargoView embargo, LocalDate today, Errors errors) {
        if (!errors.hasFieldErrors("level")
                && chosen().ordinal() < embargo.level().ordinal())
            errors.rejectValue("level", "embargo.form.level.narrower");
        ReviewDate.fault(reviewOn.orNull(), today)
                .ifPresent(fault -> errors.rejectValue("reviewOn", "embargo.form.reviewOn." + fault));
    }

    Embargo chosen() {
        return Embargo.valueOf(level);
    }
}
