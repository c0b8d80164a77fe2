package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** That care by this provider shall end, as typed. */
record EndRequestForm(
        @Pattern(regexp = "NOT_NEEDED|CARE_HOME|MOVED|TRANSFER", message = "{variations.form.why.missing}")
        String why,

        @RealDate(required = true, message = "{variations.form.last.invalid}")
        DateParts last,

        @NotBlank(message = "{variations.form.reason.missing}")
        @Size(max = 2000, message = "{variations.form.reason.long}")
        String reason) {
    EndRequestForm(@Nullable String why, @Nullable DateParts last, @Nullable String reason) {
        this.why = Typed.text(why);
        this.last = last == null ? DateParts.blank() : last;
        this.reason = Typed.text(reason);
    }

    static EndRequestForm blank() {
        return new EndRequestForm("", null, "");
    }

    /** @param transfers whether the reader may ask for another provider */
    static CareEnd[] choices(boolean transfers) {
        return transfers
                ? new CareEnd[] {CareEnd.NOT_NEEDED, CareEnd.CARE_HOME, CareEnd.MOVED, CareEnd.TRANSFER}
                : new CareEnd[] {CareEnd.NOT_NEEDED, CareEnd.CARE_HOME, CareEnd.MOVED};
    }

    /** Who is to go on caring after another has left needs time to be found; nobody can agree to less. */
    void check(Variations.Prospect prospect, boolean transfers, BindingResult errors) {
        boolean transfer = why.equals(CareEnd.TRANSFER.name());
        if (!transfers && transfer) errors.rejectValue("why", "variations.form.why.missing");
        LocalDate day = last.orNull();
        if (day == null) return;
        if (day.isBefore(prospect.today())) errors.rejectValue("last", "variations.form.last.past");
        else if (day.isAfter(Variations.latest(prospect.today())))
            errors.rejectValue(
                    "last", "variations.form.last.late", new Object[] {Variations.latest(prospect.today())}, null);
        else if (transfers && transfer && Variations.tooSoon(day, prospect.today(), prospect.earliest()))
            errors.rejectValue("last", "variations.form.last.soon", new Object[] {prospect.earliest()}, null);
    }

    Wanted wanted() {
        return new Wanted(last.date().orElseThrow().plusDays(1), null, reason, List.of(), CareEnd.valueOf(why));
    }
}
