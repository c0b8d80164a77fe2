package cymru.pontio.bridging;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The last day of cover and why, as typed. */
record EndForm(
        @RealDate(required = true, message = "{bridging.end.last.wrong}")
        DateParts last,

        String reason) {
    EndForm(@Nullable DateParts last, @Nullable String reason) {
        this.last = last == null ? DateParts.blank() : last;
        this.reason = reason == null ? "" : reason;
    }

    static EndForm on(LocalDate day) {
        return new EndForm(DateParts.of(day), "");
    }

    void check(Errors errors, EpisodeView episode, LocalDate today) {
        if (!Typed.isOneOf(EndReason.values(), reason)) errors.rejectValue("reason", "bridging.end.reason.missing");
        LocalDate day = last.orNull();
        LocalDate first = episode.startedOn();
        if (day == null || first == null) return;
        if (day.isBefore(first)) errors.rejectValue("last", "bridging.end.last.early");
        if (day.isAfter(today) && !day.equals(first)) errors.rejectValue("last", "bridging.end.last.future");
    }
}
