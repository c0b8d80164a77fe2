package cymru.pontio.placements;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A handback as typed. */
record HandbackForm(
        @Pattern(
                regexp = "NO_WORKERS|TOO_FAR|NEEDS_CHANGED|SAFETY|RATE|CLOSING",
                message = "{placements.form.end.reason.missing}")
        String reason,

        @RealDate(required = true, message = "{placements.form.last.invalid}")
        DateParts last,

        @Size(max = 2000, message = "{placements.form.reason.long}")
        String note) {
    HandbackForm(@Nullable String reason, @Nullable DateParts last, @Nullable String note) {
        this.reason = reason == null ? "" : reason.strip();
        this.last = last == null ? DateParts.blank() : last;
        this.note = note == null ? "" : note.strip();
    }

    static HandbackForm of(Endings.Bounds bounds) {
        return new HandbackForm("", DateParts.of(bounds.earliest()), "");
    }

    LocalDate lastDay() {
        return last.date().orElseThrow();
    }

    void check(Endings.Bounds bounds, BindingResult errors) {
        if (errors.hasFieldErrors("last")) return;
        if (lastDay().isBefore(bounds.today())) errors.rejectValue("last", "placements.form.last.past");
        else if (lastDay().isAfter(bounds.latest()))
            errors.rejectValue("last", "placements.form.last.late", new Object[] {bounds.latest()}, null);
        else if (lastDay().isBefore(bounds.earliest()) && note.isEmpty())
            errors.rejectValue("note", "placements.form.note.early", new Object[] {bounds.earliest()}, null);
    }
}
