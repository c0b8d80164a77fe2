package cymru.pontio.carepackages;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why: for returning, holding and resuming a package. */
record ReasonForm(
        @NotBlank(message = "{carepackages.reason.missing}") @Size(max = 1000, message = "{carepackages.reason.long}")
        String reason) {
    ReasonForm(@Nullable String reason) {
        this.reason = Typed.text(reason);
    }
}
