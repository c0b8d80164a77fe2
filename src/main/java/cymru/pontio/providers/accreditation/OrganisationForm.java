package cymru.pontio.providers.accreditation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who the organisation is, as typed. */
record OrganisationForm(
        @NotBlank(message = "{accreditation.form.legalName.missing}")
        @Size(max = 200, message = "{accreditation.form.long}")
        String legalName,

        @Pattern(regexp = "|\\d{8}|[A-Z]{2}\\d{6}", message = "{accreditation.form.companyNumber.wrong}")
        String companyNumber,

        @NotBlank(message = "{accreditation.form.contactName.missing}")
        @Size(max = 200, message = "{accreditation.form.long}")
        String contactName,

        @Pattern(regexp = JoinForm.EMAIL, message = "{accreditation.form.email.wrong}")
        String contactEmail,

        @Pattern(regexp = "\\+?[0-9() -]{8,40}", message = "{accreditation.form.contactPhone.wrong}")
        String contactPhone) {
    OrganisationForm(
            @Nullable String legalName,
            @Nullable String companyNumber,
            @Nullable String contactName,
            @Nullable String contactEmail,
            @Nullable String contactPhone) {
        this.legalName = TypedText.line(legalName);
        this.companyNumber = TypedText.line(companyNumber).replace(" ", "").toUpperCase(Locale.ROOT);
        this.contactName = TypedText.line(contactName);
        this.contactEmail = TypedText.line(contactEmail);
        this.contactPhone = TypedText.line(contactPhone);
    }

    static OrganisationForm of(Answers.@Nullable Organisation said, String knownAs) {
        return said == null
                ? new OrganisationForm(knownAs, "", "", "", "")
                : new OrganisationForm(
                        said.legalName(),
                        said.companyNumber(),
                        said.contactName(),
                        said.contactEmail(),
                        said.contactPhone());
    }

    Answers.Organisation answers() {
        return new Answers.Organisation(legalName, companyNumber, contactName, contactEmail, contactPhone);
    }
}
