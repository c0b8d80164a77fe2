package cymru.pontio.placements;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The end of a placement as the council types it. */
record EndForm(
        @Pattern(
                regexp = "DIED|NOT_NEEDED|CARE_HOME|MOVED|PROVIDER_FAILURE",
                message = "{placements.form.end.reason.missing}")
        String reason,

        @RealDate(required = true, message = "{placements.form.last.invalid}")
        DateParts last,

        @Size(max = 2000, message = "{placements.form.reason.long}")
        String note) {
    static final CareEnd[] CHOICES = {
        CareEnd.DIED, CareEnd.NOT_NEEDED, CareEnd.CARE_HOME, CareEnd.MOVED, CareEnd.PROVIDER_FAILURE
    };

    EndForm(@Nullable String reason, @Nullable DateParts last, @Nullable String note) {
        this.reason = reason == null ? "" : reason.strip();
        this.last = last == null ? DateParts.blank() : last;
        this.note = note == null ? "" : note.strip();
    }

    static EndForm blank() {
        return new EndForm("", DateParts.blank(), "");
    }

    LocalDate lastDay() {
        return last.date().orElseThrow();
    }

    CareEnd why() {
        return CareEnd.valueOf(reason);
    }

    void check(Endings.Bounds bounds, BindingResult errors) {
        if (errors.hasFieldErrors("last")) return;
        LocalDate day = lastDay();
        if (bounds.beforeVisits(day))
            errors.rejectValue("last", "placements.form.last.visited", new Object[] {bounds.lastVisit()}, null);
        if (errors.hasErrors()) return;
        if (why() == CareEnd.DIED && day.isAfter(bounds.today()))
            errors.rejectValue("last", "placements.form.last.future");
        if (bounds.tooSoon(day, why()))
            errors.rejectValue("last", "placements.form.last.soon", new Object[] {bounds.earliest()}, null);
        boolean again = bounds.row().status() == PlacementStatus.NOTICE_GIVEN;
        if (again && day.isAfter(bounds.today())) errors.rejectValue("last", "placements.form.last.noticeGiven");
        else if (why() != CareEnd.DIED && day.isAfter(bounds.latest()))
            errors.rejectValue("last", "placements.form.last.late", new Object[] {bounds.latest()}, null);
    }
}
