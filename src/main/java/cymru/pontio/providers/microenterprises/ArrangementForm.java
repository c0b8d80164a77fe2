package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.DateRange;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Help for somebody, recorded by hand. */
record ArrangementForm(
        String reference,

        @Pattern(regexp = "PERSONAL_CARE|WELL_BEING", message = "{microenterprises.arrangement.kind.missing}")
        String kind,

        @RealDate(required = true, message = "{microenterprises.arrangement.from.date}")
        DateParts from,

        @RealDate(message = "{microenterprises.arrangement.last.date}")
        DateParts last) {
    ArrangementForm(
            @Nullable String reference, @Nullable String kind, @Nullable DateParts from, @Nullable DateParts last) {
        this.reference = Typed.text(reference);
        this.kind = Objects.requireNonNullElse(kind, "");
        this.from = Objects.requireNonNullElse(from, DateParts.blank());
        this.last = Objects.requireNonNullElse(last, DateParts.blank());
    }

    static ArrangementForm blank() {
        return new ArrangementForm("", "", DateParts.blank(), DateParts.blank());
    }

    void check(Errors errors) {
        if (OwnReference.typed(reference).isEmpty())
            errors.rejectValue("reference", "microenterprises.arrangement.reference.wrong");
        last.date()
                .filter(day -> day.isBefore(from.date().orElse(LocalDate.MIN)))
                .ifPresent(day -> errors.rejectValue("last", "microenterprises.arrangement.last.early"));
    }

    OwnReference own() {
        return OwnReference.typed(reference).orElseThrow();
    }

    boolean personalCare() {
        return kind.equals(CareKind.PERSONAL_CARE.name());
    }

    /** A last day is a day of help. */
    DateRange days() {
        return new DateRange(
                from.date().orElseThrow(),
                last.date().map(day -> day.plusDays(1)).orElse(null));
    }
}
