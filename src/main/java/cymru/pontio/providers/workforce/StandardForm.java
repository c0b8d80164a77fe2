package cymru.pontio.providers.workforce;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Changes of the standard, as typed. */
final class StandardForm {
    private static final int FURTHEST_YEARS = 5;

    private StandardForm() {}

    record OfCourse(
            @NotBlank(message = "{workforce.form.nameEn.missing}")
            @Size(max = 100, message = "{workforce.form.nameEn.long}")
            String nameEn,

            @NotBlank(message = "{workforce.form.nameCy.missing}")
            @Size(max = 100, message = "{workforce.form.nameCy.long}")
            String nameCy,

            @Pattern(regexp = "\\d{1,2}|10[0-4]", message = "{workforce.form.weeks.number}")
            String weeks,

            @Pattern(regexp = "|[1-9]\\d?|1[01]\\d|120", message = "{workforce.form.months.number}")
            String months,

            @RealDate(required = true, message = "{workforce.form.from.date}")
            DateParts from) {
        OfCourse(
                @Nullable String nameEn,
                @Nullable String nameCy,
                @Nullable String weeks,
                @Nullable String months,
                @Nullable DateParts from) {
            this.nameEn = Typed.text(nameEn);
            this.nameCy = Typed.text(nameCy);
            this.weeks = Typed.text(weeks);
            this.months = Typed.text(months);
            this.from = from == null ? DateParts.blank() : from;
        }

        static OfCourse blank() {
            return new OfCourse(null, null, null, null, null);
        }

        void check(LocalDate today, Errors errors) {
            if (!nameEn.isEmpty() && !nameEn.matches(".*[A-Za-z].*[A-Za-z].*"))
                errors.rejectValue("nameEn", "workforce.form.nameEn.letters");
            ahead("from", from, today, errors);
        }

        /** Only after nothing was found wrong. */
        StandardChanges.CourseTerms terms() {
            return new StandardChanges.CourseTerms(
                    nameEn,
                    nameCy,
                    Integer.parseInt(weeks),
                    months.isEmpty() ? null : Integer.valueOf(months),
                    from.date().orElseThrow());
        }
    }

    record OfEnd(
            @RealDate(required = true, message = "{workforce.form.lastAsked.date}")
            DateParts last) {
        OfEnd(@Nullable DateParts last) {
            this.last = last == null ? DateParts.blank() : last;
        }

        void check(LocalDate today, Errors errors) {
            last.date()
                    .filter(day -> day.isBefore(today) || day.isAfter(today.plusYears(FURTHEST_YEARS)))
                    .ifPresent(day -> errors.rejectValue("last", "workforce.form.lastAsked.range"));
        }
    }

    record OfPeriod(
            @Pattern(regexp = "[1-9]\\d?|1[01]\\d|120", message = "{workforce.form.period.number}")
            String months,

            @RealDate(required = true, message = "{workforce.form.from.date}")
            DateParts from,

            @NotBlank(message = "{workforce.form.source.missing}")
            @Size(max = 200, message = "{workforce.form.source.long}")
            String source) {
        OfPeriod(@Nullable String months, @Nullable DateParts from, @Nullable String source) {
            this.months = Typed.text(months);
            this.from = from == null ? DateParts.blank() : from;
            this.source = Typed.text(source);
        }

        static OfPeriod blank() {
            return new OfPeriod(null, null, null);
        }

        void check(LocalDate today, Errors errors) {
            ahead("from", from, today, errors);
        }

        StandardChanges.PeriodTerms terms() {
            return new StandardChanges.PeriodTerms(
                    Integer.parseInt(months), from.date().orElseThrow(), source);
        }
    }

    private static void ahead(String field, DateParts typed, LocalDate today, Errors errors) {
        typed.date()
                .filter(day -> !day.isAfter(today) || day.isAfter(today.plusYears(FURTHEST_YEARS)))
                .ifPresent(day -> errors.rejectValue(field, "workforce.form.from.range"));
    }
}
