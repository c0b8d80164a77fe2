package cymru.pontio.adverts.allocation;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A decision about a patch as typed. */
record AllocationForm(
        @Pattern(regexp = "OPEN|FIRST_REFUSAL|INHOUSE|DIRECT_AWARD", message = "{allocation.form.mode.missing}")
        String mode,

        String lead,
        String workingHours,
        String directReason,

        @RealDate(required = true, message = "{allocation.form.startsOn.invalid}")
        DateParts startsOn,

        @NotBlank(message = "{allocation.form.reason.missing}")
        @Size(max = 500, message = "{allocation.form.reason.long}")
        String reason,

        String seen) {
    static final String USUAL_HOURS = "8";

    AllocationForm(
            @Nullable String mode,
            @Nullable String lead,
            @Nullable String workingHours,
            @Nullable String directReason,
            @Nullable DateParts startsOn,
            @Nullable String reason,
            @Nullable String seen) {
        this.mode = text(mode);
        this.lead = text(lead);
        this.workingHours = text(workingHours);
        this.directReason = text(directReason);
        this.startsOn = startsOn == null ? DateParts.blank() : startsOn;
        this.reason = text(reason);
        this.seen = text(seen);
    }

    static AllocationForm of(Allocation now, LocalDate today, int seen) {
        return new AllocationForm(
                now.mode().name(),
                now.lead() == null ? "" : now.lead().toString(),
                now.workingHours() == null ? USUAL_HOURS : "" + now.workingHours(),
                now.directReason() == null ? "" : now.directReason().name(),
                DateParts.of(today),
                "",
                "" + seen);
    }

    /** What only some modes ask for, and what depends on the patch. */
    void check(Set<String> leads, boolean hasInhouse, LocalDate today, Errors errors) {
        if (mode.equals("FIRST_REFUSAL") && !leads.contains(lead))
            errors.rejectValue("lead", "allocation.form.lead.missing");
        boolean asksFirst = mode.equals("FIRST_REFUSAL") || mode.equals("INHOUSE");
        if (asksFirst && !workingHours.matches("[1-9]|[1-3][0-9]|40"))
            errors.rejectValue("workingHours", "allocation.form.workingHours.invalid");
        if (mode.equals("INHOUSE") && !hasInhouse) errors.rejectValue("mode", "allocation.error.inhouse");
        if (mode.equals("DIRECT_AWARD") && !isReason(directReason))
            errors.rejectValue("directReason", "allocation.form.directReason.missing");
        startsOn.date()
                .filter(day -> day.isBefore(today))
                .ifPresent(day -> errors.rejectValue("startsOn", "allocation.form.startsOn.past"));
        startsOn.date()
                .filter(day -> day.isAfter(today.plusYears(1)))
                .ifPresent(day -> errors.rejectValue("startsOn", "allocation.form.startsOn.far"));
    }

    /** Only for what was checked. */
    AllocationTerms toTerms() {
        AllocationMode chosen = AllocationMode.valueOf(mode);
        return new AllocationTerms(
                chosen,
                chosen == AllocationMode.FIRST_REFUSAL ? UUID.fromString(lead) : null,
                chosen.asksFirst() ? Integer.valueOf(workingHours) : null,
                chosen == AllocationMode.DIRECT_AWARD ? DirectReason.valueOf(directReason) : null,
                startsOn.date().orElseThrow(),
                reason.strip(),
                seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : -1);
    }

    private static boolean isReason(String typed) {
        for (DirectReason one : DirectReason.values()) if (one.name().equals(typed)) return true;
        return false;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
