package cymru.pontio.rates;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why somebody says no, or takes back what they proposed. */
public record RefusalForm(
        @NotBlank(message = "{rates.form.refusal.missing}") @Size(max = 2000, message = "{rates.form.reason.long}")
        String reason) {
    public RefusalForm(@Nullable String reason) {
        this.reason = reason == null ? "" : reason.strip();
    }

    public static RefusalForm blank() {
        return new RefusalForm("");
    }
}
