package cymru.pontio.placements.suspensions;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import cymru.pontio.site.TypedTime;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A provider's report that the person is away, as typed. */
record ReportForm(
        @Pattern(regexp = "HOSPITAL|RESPITE|AWAY", message = "{suspensions.form.kind.missing}")
        String kind,

        @RealDate(required = true, message = "{suspensions.form.day.invalid}")
        DateParts day,

        String time) {
    ReportForm(@Nullable String kind, @Nullable DateParts day, @Nullable String time) {
        this.kind = kind == null ? "" : kind.strip();
        this.day = day == null ? DateParts.blank() : day;
        this.time = time == null ? "" : time.strip();
    }

    static ReportForm blank() {
        return new ReportForm(null, null, null);
    }

    void check(Instant now, BindingResult errors) {
        if (TypedTime.of(time).isEmpty()) errors.rejectValue("time", "suspensions.form.time.missing");
        if (errors.hasErrors()) return;
        if (kind.equals("HOSPITAL") && away().isAfter(now)) errors.rejectValue("day", "suspensions.form.day.future");
        if (away().isBefore(now.minus(Duration.ofDays(90)))) errors.rejectValue("day", "suspensions.form.day.long");
    }

    Instant away() {
        return day.date()
                .orElseThrow()
                .atTime(TypedTime.of(time).orElseThrow())
                .atZone(Zone.LONDON)
                .toInstant();
    }
}
