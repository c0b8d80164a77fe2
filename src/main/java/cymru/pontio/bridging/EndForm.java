package cymru.pontio.bridging;

import cymru.pontio.kernel.Zone;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import cymru.pontio.site.TypedTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The last day of cover and why, as typed; with the time if the person went into hospital that day. */
record EndForm(
        @RealDate(required = true, message = "{bridging.end.last.wrong}")
        DateParts last,

        String reason,
        String time) {
    /** As for any stay. */
    private static final int AGO = 89;

    EndForm(@Nullable DateParts last, @Nullable String reason, @Nullable String time) {
        this.last = last == null ? DateParts.blank() : last;
        this.reason = reason == null ? "" : reason;
        this.time = time == null ? "" : time.strip();
    }

    static EndForm on(LocalDate day) {
        return new EndForm(DateParts.of(day), "", "");
    }

    boolean hospital() {
        return reason.equals(EndReason.HOSPITAL.name());
    }

    void check(Errors errors, EpisodeView episode, Instant now) {
        if (!Typed.isOneOf(EndReason.values(), reason)) errors.rejectValue("reason", "bridging.end.reason.missing");
        LocalDate day = last.orNull();
        if (hospital()) checkStay(errors, day, now);
        else if (day != null) checkLast(errors, day, episode, Zone.dayOf(now));
    }

    /** Somebody may be in hospital before bridging has begun. */
    private void checkStay(Errors errors, @Nullable LocalDate day, Instant now) {
        LocalDate today = Zone.dayOf(now);
        if (TypedTime.of(time).isEmpty()) errors.rejectValue("time", "bridging.end.time.missing");
        else if (day != null && day.equals(today) && intoHospital().isAfter(now))
            errors.rejectValue("time", "bridging.end.time.future");
        if (day != null && day.isAfter(today)) errors.rejectValue("last", "bridging.end.last.future");
        if (day != null && day.isBefore(today.minusDays(AGO))) errors.rejectValue("last", "bridging.end.last.long");
    }

    /** After the check. */
    Instant intoHospital() {
        LocalTime clock = TypedTime.of(time).orElseThrow();
        return last.date().orElseThrow().atTime(clock).atZone(Zone.LONDON).toInstant();
    }

    private static void checkLast(Errors errors, LocalDate day, EpisodeView episode, LocalDate today) {
        LocalDate first = episode.startedOn();
        if (first == null) return;
        if (day.isBefore(first)) errors.rejectValue("last", "bridging.end.last.early");
        if (day.isAfter(today) && !day.equals(first)) errors.rejectValue("last", "bridging.end.last.future");
    }
}
