package cymru.pontio.bridging.enablement;

import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** The beginning of enablement, as typed. */
record BeginForm(
        String carePackage,

        @RealDate(required = true, message = "{enablement.form.start.invalid}")
        DateParts start,

        @RealDate(required = true, message = "{enablement.form.end.invalid}")
        DateParts end,

        String goals) {
    static final int MOST_GOALS = 5;

    BeginForm(
            @Nullable String carePackage, @Nullable DateParts start, @Nullable DateParts end, @Nullable String goals) {
        this.carePackage = carePackage == null ? "" : carePackage.strip();
        this.start = start == null ? DateParts.blank() : start;
        this.end = end == null ? DateParts.blank() : end;
        this.goals = goals == null ? "" : goals.strip();
    }

    static BeginForm blank() {
        return new BeginForm(null, null, null, null);
    }

    void check(LocalDate today, BindingResult errors) {
        try {
            PackageRef.valueOf(carePackage);
        } catch (NotFound e) {
            errors.rejectValue("carePackage", "enablement.form.package.invalid");
        }
        List<String> lines = lines();
        if (lines.isEmpty()) errors.rejectValue("goals", "enablement.form.goals.missing");
        if (lines.size() > MOST_GOALS) errors.rejectValue("goals", "enablement.form.goals.many");
        if (lines.stream().anyMatch(line -> line.length() > 300))
            errors.rejectValue("goals", "enablement.form.goals.long");
        LocalDate first = start.orNull();
        LocalDate last = end.orNull();
        if (first != null && first.isAfter(today)) errors.rejectValue("start", "enablement.form.start.future");
        if (first != null && first.isBefore(Enablement.earliest(today)))
            errors.rejectValue("start", "enablement.form.start.long");
        if (first != null && last != null && !last.isAfter(first))
            errors.rejectValue("end", "enablement.form.end.before");
    }

    PackageRef ref() {
        return PackageRef.valueOf(carePackage);
    }

    /** One goal a line. */
    List<String> lines() {
        return Arrays.stream(goals.split("\\R"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
