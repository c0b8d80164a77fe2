package cymru.pontio.carepackages.absences;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import cymru.pontio.site.TypedTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** From when care goes on, as typed; nothing typed says that nobody knows any more. */
record ReturnForm(
        @RealDate(message = "{absences.form.backDay.invalid}")
        DateParts backDay,

        String backTime) {
    ReturnForm(@Nullable DateParts backDay, @Nullable String backTime) {
        this.backDay = backDay == null ? DateParts.blank() : backDay;
        this.backTime = backTime == null ? "" : backTime.strip();
    }

    static ReturnForm blank() {
        return new ReturnForm(null, null);
    }

    void check(Absence one, BindingResult errors) {
        boolean given = !backDay.isBlank() || !backTime.isEmpty();
        if (!given && one.back() == null) errors.rejectValue("backDay", "absences.form.backDay.invalid");
        if (given && backDay.isBlank()) errors.rejectValue("backDay", "absences.form.backDay.invalid");
        if (given && TypedTime.of(backTime).isEmpty()) errors.rejectValue("backTime", "absences.form.backTime.missing");
        Instant until = back();
        if (until != null && !until.isAfter(one.away())) errors.rejectValue("backDay", "absences.form.backDay.before");
    }

    @Nullable
    Instant back() {
        return Moment.of(backDay, backTime).orElse(null);
    }
}
