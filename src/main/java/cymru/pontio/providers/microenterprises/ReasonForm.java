package cymru.pontio.providers.microenterprises;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why a step is taken. */
record ReasonForm(
        @NotBlank(message = "{microenterprises.reason.missing}")
        @Size(max = 1000, message = "{microenterprises.reason.long}")
        String reason) {
    ReasonForm(@Nullable String reason) {
        this.reason = Typed.text(reason);
    }
}
