package cymru.pontio.bridging;

import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Hours of the council's own team, as typed. */
record DeclarationForm(
        String monday,

        @Pattern(regexp = Typed.HOURS, message = "{bridging.capacity.available.wrong}")
        String available,

        @Pattern(regexp = Typed.HOURS, message = "{bridging.capacity.enablement.wrong}")
        String enablement,

        @Pattern(regexp = "\\s*([1-9]|1[0-2])\\s*", message = "{bridging.capacity.weeks.wrong}")
        String weeks) {
    DeclarationForm(
            @Nullable String monday, @Nullable String available, @Nullable String enablement, @Nullable String weeks) {
        this.monday = monday == null ? "" : monday;
        this.available = available == null ? "" : available;
        this.enablement = enablement == null ? "" : enablement;
        this.weeks = weeks == null ? "1" : weeks;
    }

    static DeclarationForm blank() {
        return new DeclarationForm(null, null, null, null);
    }

    void check(Errors errors, List<InhouseWeek> open) {
        if (open.stream().noneMatch(week -> week.monday().toString().equals(monday)))
            errors.rejectValue("monday", "bridging.capacity.monday.missing");
        if (!errors.hasFieldErrors("available")
                && !errors.hasFieldErrors("enablement")
                && Typed.minutesOfHours(enablement) > Typed.minutesOfHours(available))
            errors.rejectValue("enablement", "bridging.capacity.enablement.more");
    }

    LocalDate firstMonday() {
        return LocalDate.parse(monday);
    }
}
