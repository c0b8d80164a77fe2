package cymru.pontio.placements;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why somebody says no. */
record ReasonForm(
        @NotBlank(message = "{placements.form.reason.missing}")
        @Size(max = 2000, message = "{placements.form.reason.long}")
        String reason) {
    ReasonForm(@Nullable String reason) {
        this.reason = reason == null ? "" : reason.strip();
    }

    static ReasonForm blank() {
        return new ReasonForm("");
    }
}
