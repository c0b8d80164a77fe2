package cymru.pontio.providers.accreditation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Care in Welsh, as typed. */
record WelshForm(
        @Pattern(regexp = "YES|NO", message = "{accreditation.form.care.missing}")
        String care,

        String speakers,

        @NotBlank(message = "{accreditation.form.activeOffer.missing}")
        @Size(max = 2000, message = "{accreditation.form.text.long}")
        String activeOffer) {
    WelshForm(@Nullable String care, @Nullable String speakers, @Nullable String activeOffer) {
        this.care = TypedText.line(care);
        this.speakers = TypedText.line(speakers);
        this.activeOffer = TypedText.clean(activeOffer);
    }

    static WelshForm of(Answers.@Nullable Welsh said) {
        return said == null
                ? new WelshForm("", "", "")
                : new WelshForm(said.care() ? "YES" : "NO", "" + said.speakers(), said.activeOffer());
    }

    /** Care in Welsh needs somebody who speaks it, and nobody has more speakers than workers. */
    void check(Answers.@Nullable Workforce workforce, Errors errors) {
        int some = TypedText.count(speakers);
        int all = workforce == null ? WorkforceForm.MOST : workforce.workers();
        if (some < 0 || some > WorkforceForm.MOST) errors.rejectValue("speakers", "accreditation.form.speakers.wrong");
        else if (some > all)
            errors.rejectValue("speakers", "accreditation.form.speakers.more", new Object[] {all}, null);
        else if (some == 0 && care.equals("YES")) errors.rejectValue("speakers", "accreditation.form.speakers.none");
    }

    Answers.Welsh answers() {
        return new Answers.Welsh(care.equals("YES"), TypedText.count(speakers), activeOffer);
    }
}
