package cymru.pontio.carepackages.absences;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import cymru.pontio.site.TypedTime;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** That somebody is away, as typed. */
record AwayForm(
        @Pattern(regexp = "HOSPITAL|RESPITE|AWAY", message = "{absences.form.kind.missing}")
        String kind,

        @RealDate(required = true, message = "{absences.form.day.invalid}")
        DateParts day,

        String time,

        @RealDate(message = "{absences.form.backDay.invalid}")
        DateParts backDay,

        String backTime) {
    AwayForm(
            @Nullable String kind,
            @Nullable DateParts day,
            @Nullable String time,
            @Nullable DateParts backDay,
            @Nullable String backTime) {
        this.kind = kind == null ? "" : kind.strip();
        this.day = day == null ? DateParts.blank() : day;
        this.time = time == null ? "" : time.strip();
        this.backDay = backDay == null ? DateParts.blank() : backDay;
        this.backTime = backTime == null ? "" : backTime.strip();
    }

    static AwayForm blank() {
        return new AwayForm(null, null, null, null, null);
    }

    void check(Instant now, BindingResult errors) {
        if (TypedTime.of(time).isEmpty()) errors.rejectValue("time", "absences.form.time.missing");
        boolean back = !backDay.isBlank() || !backTime.isEmpty();
        if (back && backDay.isBlank()) errors.rejectValue("backDay", "absences.form.backDay.invalid");
        if (back && TypedTime.of(backTime).isEmpty()) errors.rejectValue("backTime", "absences.form.backTime.missing");
        if (errors.hasErrors()) return;
        Instant from = away();
        if (kind.equals(AwayKind.HOSPITAL.name()) && from.isAfter(now))
            errors.rejectValue("day", "absences.form.day.future");
        if (from.isBefore(now.minus(Duration.ofDays(90)))) errors.rejectValue("day", "absences.form.day.long");
        Instant until = back();
        if (until != null && !until.isAfter(from)) errors.rejectValue("backDay", "absences.form.backDay.before");
    }

    /** After the check, as all that follow. */
    Instant away() {
        return Moment.of(day, time).orElseThrow();
    }

    @Nullable
    Instant back() {
        return Moment.of(backDay, backTime).orElse(null);
    }
}
