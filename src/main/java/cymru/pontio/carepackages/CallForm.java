package cymru.pontio.carepackages;

import static cymru.pontio.carepackages.CallTerms.LONGEST;
import static cymru.pontio.carepackages.CallTerms.SHORTEST;
import static cymru.pontio.carepackages.CallTerms.SHORTEST_WITHOUT_REASON;

import cymru.pontio.site.TypedTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** One call as typed. */
record CallForm(
        List<String> days,
        String band,
        String from,
        String until,
        String minutes,
        String workers,
        String timeCritical,
        String timeCriticalReason,
        String tier,
        String shortReason,
        String workerGender,
        String tasks,
        String stamp) {
    private static final int TASKS = 1000;
    private static final int REASON = 300;

    CallForm(
            @Nullable List<String> days,
            @Nullable String band,
            @Nullable String from,
            @Nullable String until,
            @Nullable String minutes,
            @Nullable String workers,
            @Nullable String timeCritical,
            @Nullable String timeCriticalReason,
            @Nullable String tier,
            @Nullable String shortReason,
            @Nullable String workerGender,
            @Nullable String tasks,
            @Nullable String stamp) {
        this.days = Typed.list(days);
        this.band = Typed.text(band);
        this.from = Typed.text(from);
        this.until = Typed.text(until);
        this.minutes = Typed.text(minutes);
        this.workers = Typed.text(workers);
        this.timeCritical = Typed.text(timeCritical);
        this.timeCriticalReason = Typed.text(timeCriticalReason);
        this.tier = Typed.text(tier);
        this.shortReason = Typed.text(shortReason);
        this.workerGender = workerGender == null ? WorkerGender.ANY.name() : workerGender;
        this.tasks = Typed.text(tasks);
        this.stamp = Typed.text(stamp);
    }

    static CallForm blank(PackageView view) {
        return new CallForm(null, null, null, null, null, "1", "no", null, null, null, null, null, view.stamp());
    }

    static CallForm of(CallLineView line, PackageView view) {
        return new CallForm(
                line.days().chars().mapToObj(Character::toString).toList(),
                line.band().name(),
                typed(line.from()),
                typed(line.until()),
                "" + line.minutes(),
                "" + line.workers(),
                line.timeCritical() ? "yes" : "no",
                line.timeCriticalReason(),
                line.tier().name(),
                line.shortReason() == null ? "" : line.shortReason().name(),
                line.workerGender().name(),
                line.tasks(),
                view.stamp());
    }

    CallForm with(String newStamp) {
        return new CallForm(
                days,
                band,
                from,
                until,
                minutes,
                workers,
                timeCritical,
                timeCriticalReason,
                tier,
                shortReason,
                workerGender,
                tasks,
                newStamp);
    }

    /** All that is wrong, each beside its field. */
    void check(Errors errors) {
        if (digits().isEmpty()) reject(errors, "days", "missing");
        if (Typed.constant(Band.class, band).isEmpty()) reject(errors, "band", "missing");
        checkWindow(errors);
        checkLength(errors);
        if (!workers.matches("[12]")) reject(errors, "workers", "missing");
        if (!timeCritical.matches("yes|no")) reject(errors, "timeCritical", "missing");
        if (critical() && timeCriticalReason.isEmpty()) reject(errors, "timeCriticalReason", "missing");
        if (timeCriticalReason.length() > REASON) reject(errors, "timeCriticalReason", "long");
        if (Typed.constant(Tier.class, tier).isEmpty()) reject(errors, "tier", "missing");
        if (Typed.constant(WorkerGender.class, workerGender).isEmpty()) reject(errors, "workerGender", "missing");
        if (tasks.isEmpty()) reject(errors, "tasks", "missing");
        if (tasks.length() > TASKS) reject(errors, "tasks", "long");
    }

    private void checkWindow(Errors errors) {
        Optional<LocalTime> begin = TypedTime.of(from);
        Optional<LocalTime> end = TypedTime.of(until);
        boolean wanted = critical() || !from.isEmpty() || !until.isEmpty();
        if (wanted && begin.isEmpty()) reject(errors, "from", "missing");
        if (wanted && end.isEmpty()) reject(errors, "until", "missing");
        Optional<Band> part = Typed.constant(Band.class, band);
        if (begin.isEmpty() || end.isEmpty() || part.isEmpty()) return;
        if (!part.get().inOrder(begin.get(), end.get()))
            reject(errors, "until", part.get() == Band.NIGHT ? "midnight" : "before");
        else if (!CallTerms.overByMorning(
                part.get(), end.get(), Typed.whole(minutes).orElse(0))) reject(errors, "until", "sit");
    }

    private void checkLength(Errors errors) {
        int length = Typed.whole(minutes).orElse(0);
        if (length < SHORTEST || length > LONGEST) reject(errors, "minutes", "missing");
        else if (length < SHORTEST_WITHOUT_REASON
                && Typed.constant(ShortReason.class, shortReason).isEmpty()) reject(errors, "shortReason", "missing");
    }

    /** After {@link #check}. */
    CallTerms terms() {
        return new CallTerms(
                digits(),
                Typed.constant(Band.class, band).orElseThrow(),
                TypedTime.of(from).orElse(null),
                TypedTime.of(until).orElse(null),
                Typed.whole(minutes).orElseThrow(),
                Integer.parseInt(workers),
                critical() ? timeCriticalReason : null,
                Typed.constant(Tier.class, tier).orElseThrow(),
                Typed.constant(ShortReason.class, shortReason).orElse(null),
                Typed.constant(WorkerGender.class, workerGender).orElseThrow(),
                tasks);
    }

    private boolean critical() {
        return timeCritical.equals("yes");
    }

    private String digits() {
        StringBuilder chosen = new StringBuilder();
        for (char day = '1'; day <= '7'; day++) if (days.contains("" + day)) chosen.append(day);
        return chosen.toString();
    }

    private static void reject(Errors errors, String field, String kind) {
        errors.rejectValue(field, "carepackages.call." + field + "." + kind);
    }

    private static String typed(@Nullable LocalTime time) {
        return time == null ? "" : time.toString();
    }
}
