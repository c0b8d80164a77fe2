package cymru.pontio.visits;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Which system will use a token, as typed. */
record TokenForm(
        @NotBlank(message = "{visits.token.form.name.missing}")
        @Size(max = 60, message = "{visits.token.form.name.long}")
        String name) {

    TokenForm(@Nullable String name) {
        this.name = name == null ? "" : name.strip();
    }

    static TokenForm blank() {
        return new TokenForm(null);
    }
}
