package cymru.pontio.visits.flexible;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** Minutes saved or used, as typed. */
record EntryForm(
        @Pattern(regexp = "SAVED|USED", message = "{flexible.form.kind.missing}")
        String kind,

        @RealDate(required = true, message = "{flexible.form.day.invalid}")
        DateParts day,

        @Pattern(regexp = "[1-9]\\d{0,3}", message = "{flexible.form.minutes.invalid}")
        String minutes,

        @NotBlank(message = "{flexible.form.reason.missing}") @Size(max = 500, message = "{flexible.form.reason.long}")
        String reason) {
    EntryForm(@Nullable String kind, @Nullable DateParts day, @Nullable String minutes, @Nullable String reason) {
        this.kind = kind == null ? "" : kind.strip();
        this.day = day == null ? DateParts.blank() : day;
        this.minutes = minutes == null ? "" : minutes.strip();
        this.reason = reason == null ? "" : reason.strip();
    }

    static EntryForm blank() {
        return new EntryForm(null, null, null, null);
    }

    void check(Bank.View view, BindingResult errors) {
        LocalDate on = day.date().orElse(null);
        if (on == null) return;
        if (on.isAfter(view.today())) errors.rejectValue("day", "flexible.form.day.future");
        if (errors.hasErrors()) return;
        Block block = view.ledger().blockOf(on);
        if (block == null) errors.rejectValue("day", "flexible.form.day.rigid");
        else checkMinutes(view, block, on, errors);
    }

    /** What a block that is over owed is known where it is entered. */
    private void checkMinutes(Bank.View view, Block block, LocalDate on, BindingResult errors) {
        int left = view.ledger().left(block);
        int byThen = view.ledger().leftOn(block, on);
        if (kind.equals(EntryKind.USED.name()) && count() > left)
            errors.rejectValue("minutes", "flexible.form.minutes.saved", new Object[] {left}, null);
        else if (kind.equals(EntryKind.USED.name()) && count() > byThen)
            errors.rejectValue("minutes", "flexible.form.minutes.savedBy", new Object[] {byThen}, null);
        Bank.Meter meter = view.meter();
        if (meter == null || !meter.block().equals(block)) return;
        int free = meter.owed() - meter.saved();
        if (kind.equals(EntryKind.SAVED.name()) && count() > free)
            errors.rejectValue("minutes", "flexible.form.minutes.owed", new Object[] {free}, null);
    }

    /** Only after the check. */
    int count() {
        return Integer.parseInt(minutes);
    }
}
