package cymru.pontio.providers.pledge;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a provider attests, as typed. */
record AttestationForm(
        @RealDate(required = true, message = "{pledge.form.doneOn.date}")
        DateParts doneOn,

        @RealDate(required = true, message = "{pledge.form.goodUntil.date}")
        DateParts goodUntil,

        @NotBlank(message = "{pledge.form.evidence.missing}") @Size(max = 1000, message = "{pledge.form.evidence.long}")
        String evidence) {
    AttestationForm(@Nullable DateParts doneOn, @Nullable DateParts goodUntil, @Nullable String evidence) {
        this.doneOn = doneOn == null ? DateParts.blank() : doneOn;
        this.goodUntil = goodUntil == null ? DateParts.blank() : goodUntil;
        this.evidence = Typed.text(evidence);
    }

    static AttestationForm blank() {
        return new AttestationForm(null, null, "");
    }

    void check(Clause clause, LocalDate today, Errors errors) {
        LocalDate done = doneOn.orNull();
        LocalDate until = goodUntil.orNull();
        if (done == null || until == null) return;
        for (AttestationTerms.Mistake one : new AttestationTerms(done, until, evidence).mistakes(clause, today))
            errors.rejectValue(one.field(), "pledge.form.mistake." + one, new Object[] {clause.goodMonths()}, null);
    }

    AttestationTerms toTerms() {
        return new AttestationTerms(
                doneOn.date().orElseThrow(), goodUntil.date().orElseThrow(), evidence);
    }
}
