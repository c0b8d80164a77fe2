package cymru.pontio.visits.flexible;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Minutes saved or used, as typed. */
record EntryForm(
        @Pattern(regexp = "SAVED|USED", message = "{flexible.form.kind.missing}")
        String kind,

        @RealDate(required = true, message = "{flexible.form.day.invalid}")
        DateParts day,

        @Pattern(regexp = "[1-9]\\d{0,3}", message = "{flexible.form.minutes.invalid}")
        String minutes,

        @NotBlank(message = "{flexible.form.reason.missing}") @Size(max = 500, message = "{flexible.form.reason.long}")
        String reason) {
    EntryForm(@Nullable String kind, @Nullable DateParts day, @Nullable String minutes, @Nullable String reason) {
        this.kind = kind == null ? "" : kind.strip();
        this.day = day == null ? DateParts.blank() : day;
        this.minutes = minutes == null ? "" : minutes.strip();
        this.reason = reason == null ? "" : reason.strip();
    }

    static EntryForm blank() {
        return new EntryForm(null, null, null, null);
    }

    void check(LocalDate today, BindingResult errors) {
        day.date()
                .filter(one -> one.isAfter(today))
                .ifPresent(one -> errors.rejectValue("day", "flexible.form.day.future"));
    }
}
