package cymru.pontio.carepackages;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** A page with one question and one answer. */
record ChoiceForm(
        @NotBlank(message = "{carepackages.form.choice.missing}")
        String answer,

        String stamp) {
    ChoiceForm(@Nullable String answer, @Nullable String stamp) {
        this.answer = Typed.text(answer);
        this.stamp = Typed.text(stamp);
    }

    static ChoiceForm of(@Nullable Object answer, PackageView view) {
        return new ChoiceForm(answer == null ? "" : answer.toString(), view.stamp());
    }
}
