package cymru.pontio.carepackages;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom the person will not have, and why. */
record RefusalForm(
        @Pattern(
                regexp = "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}",
                message = "{carepackages.refusals.provider.missing}")
        String provider,

        @NotBlank(message = "{carepackages.refusals.reason.missing}")
        @Size(max = 500, message = "{carepackages.refusals.reason.long}")
        String reason) {

    RefusalForm(@Nullable String provider, @Nullable String reason) {
        this.provider = Typed.text(provider);
        this.reason = Typed.text(reason);
    }

    static RefusalForm blank() {
        return new RefusalForm("", "");
    }

    UUID providerId() {
        return UUID.fromString(provider);
    }
}
