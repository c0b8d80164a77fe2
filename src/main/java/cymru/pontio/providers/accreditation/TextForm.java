package cymru.pontio.providers.accreditation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A question, an answer or a reason. */
record TextForm(
        @NotBlank(message = "{accreditation.form.text.missing}")
        @Size(max = 2000, message = "{accreditation.form.text.long}")
        String text) {
    TextForm(@Nullable String text) {
        this.text = TypedText.clean(text);
    }

    static TextForm blank() {
        return new TextForm("");
    }
}
