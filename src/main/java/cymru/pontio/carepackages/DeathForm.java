package cymru.pontio.carepackages;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import cymru.pontio.site.TypedTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** When the person died, as typed. */
record DeathForm(
        @RealDate(required = true, message = "{carepackages.form.death.day.invalid}")
        DateParts day,

        String time) {
    private static final Duration AGO = Duration.ofDays(366);

    DeathForm(@Nullable DateParts day, @Nullable String time) {
        this.day = day == null ? DateParts.blank() : day;
        this.time = Typed.text(time);
    }

    static DeathForm blank() {
        return new DeathForm(null, null);
    }

    void check(Instant now, BindingResult errors) {
        if (TypedTime.of(time).isEmpty()) errors.rejectValue("time", "carepackages.form.death.time.missing");
        if (errors.hasErrors()) return;
        if (at().isAfter(now)) errors.rejectValue("day", "carepackages.form.death.day.future");
        if (at().isBefore(now.minus(AGO))) errors.rejectValue("day", "carepackages.form.death.day.long");
    }

    /** After the check. */
    Instant at() {
        return day.date()
                .orElseThrow()
                .atTime(TypedTime.of(time).orElseThrow())
                .atZone(Zone.LONDON)
                .toInstant();
    }
}
