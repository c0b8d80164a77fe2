package cymru.pontio.providers.accreditation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Whether a file is taken as proof, as chosen. */
record ReviewForm(
        @Pattern(regexp = "ACCEPTED|REJECTED", message = "{accreditation.form.verdict.missing}")
        String verdict,

        @Size(max = 2000, message = "{accreditation.form.text.long}")
        String text) {
    ReviewForm(@Nullable String verdict, @Nullable String text) {
        this.verdict = TypedText.line(verdict);
        this.text = TypedText.clean(text);
    }

    static ReviewForm blank() {
        return new ReviewForm("", "");
    }

    void check(Errors errors) {
        if (verdict.equals("REJECTED") && text.isBlank())
            errors.rejectValue("text", "accreditation.form.verdict.reason");
    }

    boolean accepted() {
        return verdict.equals("ACCEPTED");
    }
}
