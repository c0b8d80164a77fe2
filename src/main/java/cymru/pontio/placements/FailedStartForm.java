package cymru.pontio.placements;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Why care did not begin, and when it will, if that is known. */
record FailedStartForm(
        @NotBlank(message = "{placements.form.reason.missing}")
        @Size(max = 2000, message = "{placements.form.reason.long}")
        String reason,

        @RealDate(message = "{placements.form.newStart.invalid}")
        DateParts newStart) {
    FailedStartForm(@Nullable String reason, @Nullable DateParts newStart) {
        this.reason = reason == null ? "" : reason.strip();
        this.newStart = newStart == null ? DateParts.blank() : newStart;
    }

    /**
     * @param agreed the day that failed
     * @param reported that it did is known already: this says the new day
     */
    void check(Errors errors, LocalDate agreed, LocalDate today, boolean reported) {
        LocalDate day = newStart.orNull();
        if (day == null) {
            if (reported && newStart.isBlank()) errors.rejectValue("newStart", "placements.form.newStart.missing");
            return;
        }
        if (!day.isAfter(agreed)) errors.rejectValue("newStart", "placements.form.newStart.notLater");
        else if (day.isBefore(today)) errors.rejectValue("newStart", "placements.form.newStart.passed");
    }

    static FailedStartForm blank() {
        return new FailedStartForm("", DateParts.blank());
    }
}
