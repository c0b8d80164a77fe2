package cymru.pontio.bridging;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What the coordinator promises, as typed. */
record AcceptanceForm(
        @RealDate(required = true, message = "{bridging.accept.start.wrong}")
        DateParts start,

        @RealDate(required = true, message = "{bridging.accept.expectedEnd.wrong}")
        DateParts expectedEnd,

        @Pattern(regexp = Typed.HOURS + "|\\s*", message = "{bridging.accept.displaced.wrong}")
        String displaced) {
    AcceptanceForm(@Nullable DateParts start, @Nullable DateParts expectedEnd, @Nullable String displaced) {
        this.start = start == null ? DateParts.blank() : start;
        this.expectedEnd = expectedEnd == null ? DateParts.blank() : expectedEnd;
        this.displaced = displaced == null ? "" : displaced;
    }

    static AcceptanceForm startingOn(LocalDate day) {
        return new AcceptanceForm(DateParts.of(day), DateParts.of(day.plusWeeks(6)), "");
    }

    /** @param asked the day it was asked for: cover does not begin before */
    void check(Errors errors, LocalDate asked, LocalDate today) {
        LocalDate first = start.orNull();
        LocalDate last = expectedEnd.orNull();
        if (first != null && (first.isBefore(asked) || first.isAfter(today.plusWeeks(Capacity.WEEKS_AHEAD))))
            errors.rejectValue("start", "bridging.accept.start.range");
        if (first != null && last != null && (last.isBefore(first) || last.isAfter(first.plusYears(1))))
            errors.rejectValue("expectedEnd", "bridging.accept.expectedEnd.range");
    }

    Acceptance terms() {
        return new Acceptance(
                Objects.requireNonNull(start.orNull()),
                Objects.requireNonNull(expectedEnd.orNull()),
                Typed.minutesOfHours(displaced));
    }
}
