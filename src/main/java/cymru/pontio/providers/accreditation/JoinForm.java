package cymru.pontio.providers.accreditation;

import cymru.pontio.site.Language;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** An organisation that wants to supply, as typed. The password is never shown again. */
record JoinForm(
        @NotBlank(message = "{accreditation.join.organisation.missing}")
        @Size(max = 200, message = "{accreditation.form.long}")
        String organisation,

        @NotBlank(message = "{accreditation.join.name.missing}") @Size(max = 200, message = "{accreditation.form.long}")
        String name,

        @Pattern(regexp = JoinForm.EMAIL, message = "{accreditation.form.email.wrong}")
        String email,

        @Size(min = 12, max = 200, message = "{accreditation.join.password.wrong}")
        String password) {
    static final String EMAIL = "(?=.{5,100}$)[^@\\s<>\"',;:]{1,64}@[^@\\s<>\"',;:]+\\.[^@\\s<>\"',;:.]{2,}";

    JoinForm(@Nullable String organisation, @Nullable String name, @Nullable String email, @Nullable String password) {
        this.organisation = TypedText.line(organisation);
        this.name = TypedText.line(name);
        this.email = TypedText.line(email);
        this.password = password == null ? "" : password;
    }

    static JoinForm blank() {
        return new JoinForm("", "", "", "");
    }

    /** What anybody would try first. */
    void check(Errors errors) {
        String guess = password.strip().toLowerCase(Locale.ROOT);
        boolean easy = guess.equals(email.toLowerCase(Locale.ROOT))
                || guess.equals(organisation.toLowerCase(Locale.ROOT))
                || guess.equals(name.toLowerCase(Locale.ROOT))
                || guess.chars().distinct().count() < 4;
        if (easy && password.length() >= 12) errors.rejectValue("password", "accreditation.join.password.easy");
    }

    Joining.Newcomer newcomer(Language language) {
        return new Joining.Newcomer(organisation, name, email, password, language);
    }
}
