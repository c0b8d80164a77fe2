package cymru.pontio.placements.suspensions;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A rule for the retainer as typed. */
record RuleForm(
        @Pattern(regexp = "HOSPITAL|RESPITE|AWAY", message = "{suspensions.form.kind.missing}")
        String kind,

        @RealDate(required = true, message = "{suspensions.form.from.invalid}")
        DateParts from,

        @Pattern(regexp = "[0-8]?\\d|90", message = "{suspensions.form.days.invalid}")
        String days,

        @Pattern(regexp = "100|\\d{1,2}([.]\\d{1,2})?", message = "{suspensions.form.percent.invalid}")
        String percent) {
    RuleForm(@Nullable String kind, @Nullable DateParts from, @Nullable String days, @Nullable String percent) {
        this.kind = kind == null ? "" : kind.strip();
        this.from = from == null ? DateParts.blank() : from;
        this.days = days == null ? "" : days.strip();
        this.percent = percent == null ? "" : percent.strip();
    }

    static RuleForm blank() {
        return new RuleForm(null, null, null, null);
    }

    void check(LocalDate today, BindingResult errors) {
        from.date()
                .filter(day -> !day.isAfter(today))
                .ifPresent(day -> errors.rejectValue("from", "suspensions.form.from.past"));
    }

    LocalDate day() {
        return from.date().orElseThrow();
    }

    BigDecimal rate() {
        return new BigDecimal(percent);
    }
}
