package cymru.pontio.bidding;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a provider will not bid, as typed. */
record DeclineForm(
        @NotBlank(message = "{bidding.decline.reason.missing}")
        String reason,

        @Size(max = 2000, message = "{bidding.form.note.long}")
        String note) {
    DeclineForm(@Nullable String reason, @Nullable String note) {
        this.reason =
                known(Objects.requireNonNullElse(reason, "")).map(Enum::name).orElse("");
        this.note = TypedText.clean(note);
    }

    static DeclineForm blank() {
        return new DeclineForm("", "");
    }

    DeclineReason chosen() {
        return DeclineReason.valueOf(reason);
    }

    private static Optional<DeclineReason> known(String typed) {
        return Arrays.stream(DeclineReason.values())
                .filter(reason -> reason.name().equals(typed))
                .findFirst();
    }
}
