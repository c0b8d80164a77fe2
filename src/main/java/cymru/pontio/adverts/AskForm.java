package cymru.pontio.adverts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A provider's question: a hundred words at most. */
record AskForm(
        @NotBlank(message = "{adverts.ask.missing}")
        @Size(max = 1500, message = "{adverts.ask.long}")
        @Pattern(regexp = HUNDRED_WORDS, message = "{adverts.ask.long}")
        String question) {
    private static final String HUNDRED_WORDS = "(?s)\\s*+(?:\\S++\\s*+){0,100}";

    AskForm(@Nullable String question) {
        this.question = Objects.requireNonNullElse(question, "");
    }
}
