package cymru.pontio.visits.calls;

import cymru.pontio.site.DateParts;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a contract lets pass from a day on, as typed. */
record ToleranceForm(
        String provider, DateParts from, String critical, String shorter, String longer, String reach, String report) {

    ToleranceForm(
            @Nullable String provider,
            @Nullable DateParts from,
            @Nullable String critical,
            @Nullable String shorter,
            @Nullable String longer,
            @Nullable String reach,
            @Nullable String report) {
        this.provider = Objects.requireNonNullElse(provider, "");
        this.from = from == null ? DateParts.blank() : from;
        this.critical = clean(critical);
        this.shorter = clean(shorter);
        this.longer = clean(longer);
        this.reach = clean(reach);
        this.report = clean(report);
    }

    static ToleranceForm of(Tolerances usual) {
        return new ToleranceForm(
                null,
                null,
                "" + usual.criticalMinutes(),
                "" + usual.shortPercent(),
                "" + usual.longMinutes(),
                "" + usual.reachMinutes(),
                "" + usual.reportDays());
    }

    /** @param providers ids that may be chosen */
    void check(Errors errors, Set<String> providers, LocalDate today) {
        if (!provider.isEmpty() && !providers.contains(provider))
            errors.rejectValue("provider", "calls.tolerances.form.provider.wrong");
        LocalDate day = from.orNull();
        if (day == null) errors.rejectValue("from", "calls.tolerances.form.day.wrong");
        else if (day.isBefore(today)) errors.rejectValue("from", "calls.tolerances.form.day.past");
        number(errors, "critical", critical, 120);
        number(errors, "shorter", shorter, 100);
        number(errors, "longer", longer, 600);
        number(errors, "reach", reach, 360);
        number(errors, "report", report, 28);
    }

    /** Only after {@link #check}. */
    Tolerances tolerances() {
        return new Tolerances(
                Integer.parseInt(critical),
                Integer.parseInt(shorter),
                Integer.parseInt(longer),
                Integer.parseInt(reach),
                Integer.parseInt(report));
    }

    private static void number(Errors errors, String field, String typed, int most) {
        if (!typed.matches("\\d{1,3}") || Integer.parseInt(typed) > most)
            errors.rejectValue(field, "calls.tolerances.form.number.wrong", new Object[] {0, most}, null);
    }

    private static String clean(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
