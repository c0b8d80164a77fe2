package cymru.pontio.placements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A risk decision as typed.
 *
 * @param day EARLIER or NOTICE; asked only where the provider has asked for an earlier day
 */
record RiskForm(
        String day,

        @NotBlank(message = "{placements.form.reason.missing}")
        @Size(max = 2000, message = "{placements.form.reason.long}")
        String reason) {
    RiskForm(@Nullable String day, @Nullable String reason) {
        this.day = Objects.requireNonNullElse(day, "");
        this.reason = reason == null ? "" : reason.strip();
    }

    static RiskForm blank() {
        return new RiskForm("", "");
    }

    boolean earlier() {
        return day.equals("EARLIER");
    }

    void check(Notice notice, BindingResult errors) {
        if (notice.askedOn() != null && !earlier() && !day.equals("NOTICE"))
            errors.rejectValue("day", "placements.form.day.missing");
    }
}
