package cymru.pontio.providers.pledge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why something is queried or turned down, as typed. */
record ReasonForm(
        @NotBlank(message = "{pledge.form.reason.missing}") @Size(max = 1000, message = "{pledge.form.reason.long}")
        String reason) {
    ReasonForm(@Nullable String reason) {
        this.reason = Typed.text(reason);
    }

    static ReasonForm blank() {
        return new ReasonForm("");
    }
}
