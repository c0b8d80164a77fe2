package cymru.pontio.carepackages;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** When care should begin. */
record StartForm(
        @Valid @RealDate(required = true, message = "{carepackages.start.earliest.missing}")
        DateParts earliest,

        @Valid @RealDate(required = true, message = "{carepackages.start.latest.missing}")
        DateParts latest,

        String stamp) {
    StartForm(@Nullable DateParts earliest, @Nullable DateParts latest, @Nullable String stamp) {
        this.earliest = earliest == null ? DateParts.blank() : earliest;
        this.latest = latest == null ? DateParts.blank() : latest;
        this.stamp = Typed.text(stamp);
    }

    static StartForm of(PackageView view) {
        String left = view.plan().unfinishedStart();
        if (left != null) {
            String[] typed = left.split("\n", -1);
            return new StartForm(
                    new DateParts(typed[0], typed[1], typed[2]),
                    new DateParts(typed[3], typed[4], typed[5]),
                    view.stamp());
        }
        StartWanted start = view.plan().start();
        return new StartForm(DateParts.of(start.earliest()), DateParts.of(start.latest()), view.stamp());
    }

    void check(Errors errors, LocalDate today) {
        if (terms().latest() != null && terms().latest().isBefore(today))
            errors.rejectValue("latest", "carepackages.start.latest.passed");
        if (!terms().inOrder()) errors.rejectValue("latest", "carepackages.start.latest.before");
    }

    /** As it was typed, a line for each field; none where nothing was. */
    @Nullable
    String typed() {
        if (earliest.isBlank() && latest.isBlank()) return null;
        return String.join(
                "\n", earliest.day(), earliest.month(), earliest.year(), latest.day(), latest.month(), latest.year());
    }

    StartWanted terms() {
        return new StartWanted(earliest.orNull(), latest.orNull());
    }
}
