package cymru.pontio.placements.variations;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why somebody says no. */
record ReasonForm(
        @NotBlank(message = "{variations.form.reason.missing}")
        @Size(max = 2000, message = "{variations.form.reason.long}")
        String reason) {
    ReasonForm(@Nullable String reason) {
        this.reason = Typed.text(reason);
    }

    static ReasonForm blank() {
        return new ReasonForm("");
    }
}
