package cymru.pontio.providers.pledge;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A new version of the pledge, as typed. */
record VersionForm(
        @RealDate(required = true, message = "{pledge.form.startsOn.date}")
        DateParts startsOn,

        @RealDate(required = true, message = "{pledge.form.transition.date}")
        DateParts transitionUntil,

        @NotBlank(message = "{pledge.form.why.blank}") @Size(max = 1000, message = "{pledge.form.why.long}")
        String why) {
    VersionForm(@Nullable DateParts startsOn, @Nullable DateParts transitionUntil, @Nullable String why) {
        this.startsOn = startsOn == null ? DateParts.blank() : startsOn;
        this.transitionUntil = transitionUntil == null ? DateParts.blank() : transitionUntil;
        this.why = Typed.text(why);
    }

    static VersionForm blank() {
        return new VersionForm(null, null, "");
    }

    void check(LocalDate today, Errors errors) {
        LocalDate starts = startsOn.orNull();
        LocalDate until = transitionUntil.orNull();
        if (starts != null && !starts.isAfter(today)) errors.rejectValue("startsOn", "pledge.error.startsPast");
        if (starts != null && until != null && until.isBefore(starts))
            errors.rejectValue("transitionUntil", "pledge.form.transition.before");
    }

    PledgeVersions.Terms toTerms() {
        return new PledgeVersions.Terms(
                startsOn.date().orElseThrow(), transitionUntil.date().orElseThrow(), why);
    }
}
