package cymru.pontio.rates.simplification;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Fewer rates, as typed. The reason is asked for only where it is saved. */
record SimplifyForm(
        @Pattern(regexp = "ZONE_LENGTH|ZONE|LENGTH|ONE", message = "{simplification.form.grouping.missing}")
        String grouping,

        @Pattern(regexp = "MEAN|CARD|HIGHEST", message = "{simplification.form.basis.missing}")
        String basis,

        @Pattern(regexp = "[1-9]|[1-4]\\d|50", message = "{simplification.form.target.number}")
        String target,

        @RealDate(required = true, message = "{simplification.form.from.date}")
        DateParts from,

        @Size(max = 2000, message = "{simplification.form.reason.long}")
        String reason) {

    SimplifyForm(
            @Nullable String grouping,
            @Nullable String basis,
            @Nullable String target,
            @Nullable DateParts from,
            @Nullable String reason) {
        this.grouping = Objects.requireNonNullElse(grouping, "");
        this.basis = Objects.requireNonNullElse(basis, "");
        this.target = target == null ? "" : target.strip();
        this.from = from == null ? DateParts.blank() : from;
        this.reason = reason == null ? "" : reason.strip();
    }

    static SimplifyForm blank(LocalDate today) {
        return new SimplifyForm("ZONE_LENGTH", "MEAN", "6", DateParts.of(nextMonth(today)), "");
    }

    static LocalDate nextMonth(LocalDate today) {
        return today.plusMonths(2).withDayOfMonth(1);
    }

    /** Both forms ask for a day to come that is not too far away, and for a reason when the proposal is saved. */
    static void check(DateParts from, String reason, LocalDate today, boolean saving, Errors errors) {
        from.date().ifPresent(day -> {
            if (!day.isAfter(today)) errors.rejectValue("from", "simplification.form.from.past");
            if (day.isAfter(today.plusYears(2))) errors.rejectValue("from", "simplification.form.from.far");
        });
        if (saving && reason.isEmpty()) errors.rejectValue("reason", "simplification.form.reason.missing");
    }

    SimplifyTerms terms() {
        return new SimplifyTerms(
                Grouping.valueOf(grouping),
                Basis.valueOf(basis),
                Integer.parseInt(target),
                from.date().orElseThrow(),
                reason);
    }
}
