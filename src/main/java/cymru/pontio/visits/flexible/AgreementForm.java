package cymru.pontio.visits.flexible;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** How flexible the hours shall be, as typed. */
record AgreementForm(
        @Pattern(regexp = "NONE|WEEK|BANK", message = "{flexible.form.mode.missing}")
        String mode,

        String atEnd,

        @RealDate(required = true, message = "{flexible.form.from.invalid}")
        DateParts from) {
    AgreementForm(@Nullable String mode, @Nullable String atEnd, @Nullable DateParts from) {
        this.mode = mode == null ? "" : mode.strip();
        this.atEnd = atEnd == null ? "" : atEnd.strip();
        this.from = from == null ? DateParts.blank() : from;
    }

    static AgreementForm blank() {
        return new AgreementForm(null, null, null);
    }

    void check(Bank.View view, BindingResult errors) {
        if (mode.matches("WEEK|BANK") && !atEnd.matches("EXPIRES|RETURNS"))
            errors.rejectValue("atEnd", "flexible.form.atEnd.missing");
        LocalDate day = from.orNull();
        if (day == null) return;
        if (day.isBefore(view.today())) {
            errors.rejectValue("from", "flexible.form.from.past");
            return;
        }
        LocalDate free = view.ledger().free(view.today());
        LocalDate latest = Bank.latest(view.today());
        if (day.isBefore(free)) errors.rejectValue("from", "flexible.form.from.entered", new Object[] {free}, null);
        else if (day.isAfter(latest))
            errors.rejectValue("from", "flexible.form.from.late", new Object[] {latest}, null);
        else if (view.ledger().agreedFrom(day)) errors.rejectValue("from", "flexible.form.from.twice");
    }

    @Nullable
    AtEnd end() {
        return atEnd.matches("EXPIRES|RETURNS") ? AtEnd.valueOf(atEnd) : null;
    }
}
