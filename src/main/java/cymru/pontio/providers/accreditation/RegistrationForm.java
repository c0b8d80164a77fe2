package cymru.pontio.providers.accreditation;

import cymru.pontio.providers.register.Regulator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The registration with the regulator, as typed. */
record RegistrationForm(
        String number,

        @NotBlank(message = "{accreditation.form.responsible.missing}")
        @Size(max = 200, message = "{accreditation.form.long}")
        String responsible) {
    RegistrationForm(@Nullable String number, @Nullable String responsible) {
        this.number = TypedText.line(number).toUpperCase(Locale.ROOT);
        this.responsible = TypedText.line(responsible);
    }

    static RegistrationForm of(Answers.@Nullable Registration said) {
        return said == null
                ? new RegistrationForm("", "")
                : new RegistrationForm(said.number(), said.responsibleIndividual());
    }

    void check(Regulator regulator, Errors errors) {
        if (!regulator.gives(number)) errors.rejectValue("number", "accreditation.form.number." + regulator);
    }

    Answers.Registration answers(Regulator regulator) {
        return new Answers.Registration(regulator, number, responsible);
    }
}
