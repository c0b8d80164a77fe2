package cymru.pontio.visits.rota;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A week as typed: by {@link DueCall#key} a time and one or two names. */
record PublishForm(
        String monday,
        String weeks,
        Map<String, String> times,
        Map<String, String> workers,
        Map<String, String> seconds) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final int LONGEST_NAME = 60;

    PublishForm(
            @Nullable String monday,
            @Nullable String weeks,
            @Nullable Map<String, String> times,
            @Nullable Map<String, String> workers,
            @Nullable Map<String, String> seconds) {
        this.monday = monday == null ? "" : monday.strip();
        this.weeks = weeks == null ? "" : weeks.strip();
        // The binder writes into them one call after the other.
        this.times = times == null ? new HashMap<>() : new HashMap<>(times);
        this.workers = workers == null ? new HashMap<>() : new HashMap<>(workers);
        this.seconds = seconds == null ? new HashMap<>() : new HashMap<>(seconds);
    }

    static PublishForm of(Rotas.Draft draft) {
        PublishForm form = new PublishForm(draft.monday().toString(), "1", null, null, null);
        draft.usual().forEach((key, visit) -> {
            form.times.put(key, visit.starts().toString());
            form.workers.put(key, visit.worker());
            form.seconds.put(key, visit.second() == null ? "" : visit.second());
        });
        return form;
    }

    /** All that is wrong with it, beside its field. */
    void check(List<DueCall> calls, Errors errors) {
        if (!weeks.matches("[1-" + Rotas.AT_ONCE + "]"))
            errors.rejectValue("weeks", "rota.form.weeks", new Object[] {Rotas.AT_ONCE}, null);
        for (DueCall call : calls) {
            String key = call.key();
            String field = "times[" + key + "]";
            String worker = text(workers.get(key));
            String second = text(seconds.get(key));
            if (text(times.get(key)).isEmpty() && worker.isEmpty() && (call.workers() < 2 || second.isEmpty())) {
                errors.rejectValue(field, "rota.form.blank", call.told(), null);
                continue;
            }
            Optional<LocalTime> start = time(times.get(key));
            if (start.isEmpty()) errors.rejectValue(field, "rota.form.time", call.told(), null);
            else if (call.timeCritical() && !call.inWindow(start.get()))
                errors.rejectValue(field, "rota.form.critical", call.told("" + call.from(), "" + call.until()), null);
            names(call, worker, second, "workers[" + key + "]", "seconds[" + key + "]", errors);
        }
    }

    static void names(DueCall call, String worker, String second, String field, String secondField, Errors errors) {
        if (worker.isEmpty() || worker.length() > LONGEST_NAME)
            errors.rejectValue(field, "rota.form.worker", call.told(), null);
        if (call.workers() < 2) return;
        if (second.isEmpty() || second.length() > LONGEST_NAME)
            errors.rejectValue(secondField, "rota.form.second", call.told(), null);
        else if (second.equalsIgnoreCase(worker)) errors.rejectValue(secondField, "rota.form.same", call.told(), null);
    }

    /** Only of what {@link #check} found nothing wrong with. */
    Map<String, Visit> visits(List<DueCall> calls) {
        Map<String, Visit> visits = new HashMap<>();
        for (DueCall call : calls)
            visits.put(
                    call.key(),
                    new Visit(
                            time(times.get(call.key())).orElseThrow(),
                            text(workers.get(call.key())),
                            call.workers() < 2 ? null : text(seconds.get(call.key()))));
        return visits;
    }

    @Nullable
    LocalDate week() {
        try {
            return LocalDate.parse(monday);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    static Optional<LocalTime> time(@Nullable String typed) {
        try {
            return Optional.of(LocalTime.parse(text(typed), TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
