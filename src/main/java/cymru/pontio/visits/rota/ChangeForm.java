package cymru.pontio.visits.rota;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A changed call as typed.
 *
 * @param told how the person was told, or NOT_YET
 */
record ChangeForm(String starts, String worker, String second, String told, String seen) {
    private static final String NOT_YET = "NOT_YET";

    ChangeForm(
            @Nullable String starts,
            @Nullable String worker,
            @Nullable String second,
            @Nullable String told,
            @Nullable String seen) {
        this.starts = PublishForm.text(starts);
        this.worker = PublishForm.text(worker);
        this.second = PublishForm.text(second);
        this.told = PublishForm.text(told);
        this.seen = PublishForm.text(seen);
    }

    static ChangeForm of(RotaTable.Planned planned) {
        Visit visit = planned.visit();
        return new ChangeForm(visit.starts().toString(), visit.worker(), visit.second(), null, "" + planned.version());
    }

    void check(DueCall call, Errors errors) {
        Optional<LocalTime> start = PublishForm.time(starts);
        if (start.isEmpty()) errors.rejectValue("starts", "rota.form.time", call.told(), null);
        else if (call.timeCritical() && !call.inWindow(start.get()))
            errors.rejectValue("starts", "rota.form.critical", call.told("" + call.from(), "" + call.until()), null);
        PublishForm.names(call, worker, second, "worker", "second", errors);
        if (!told.equals(NOT_YET) && how() == null) errors.rejectValue("told", "rota.form.told");
    }

    Visit visit(DueCall call) {
        return new Visit(PublishForm.time(starts).orElseThrow(), worker, call.workers() < 2 ? null : second);
    }

    /** None while the person has not been told. */
    @Nullable
    Told how() {
        return Arrays.stream(Told.values())
                .filter(one -> one.name().equals(told))
                .findFirst()
                .orElse(null);
    }

    long version() {
        return seen.matches("\\d{1,9}") ? Long.parseLong(seen) : -1;
    }
}
