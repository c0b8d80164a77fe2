package cymru.pontio.placements;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

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

    static FailedStartForm blank() {
        return new FailedStartForm("", DateParts.blank());
    }
}
