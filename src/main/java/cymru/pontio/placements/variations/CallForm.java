package cymru.pontio.placements.variations;

import static cymru.pontio.carepackages.CallTerms.LONGEST;
import static cymru.pontio.carepackages.CallTerms.SHORTEST;
import static cymru.pontio.carepackages.CallTerms.SHORTEST_WITHOUT_REASON;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.CallLineView;
import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.carepackages.ShortReason;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.carepackages.WorkerGender;
import cymru.pontio.site.TypedTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/**
 * One call of the week as typed: one that is there, or another on top.
 *
 * @param call key of the call; nothing for another on top
 * @param chosen of a call that is there: it stops; of another: it is wanted
 */
record CallForm(
        String call,
        Boolean chosen,
        List<String> days,
        String band,
        String from,
        String until,
        String minutes,
        String workers,
        String tier,
        String shortReason,
        String tasks) {
    private static final int TASKS = 1000;

    CallForm(
            @Nullable String call,
            @Nullable Boolean chosen,
            @Nullable List<String> days,
            @Nullable String band,
            @Nullable String from,
            @Nullable String until,
            @Nullable String minutes,
            @Nullable String workers,
            @Nullable String tier,
            @Nullable String shortReason,
            @Nullable String tasks) {
        this.call = Typed.text(call);
        this.chosen = Boolean.TRUE.equals(chosen);
        this.days = Typed.list(days);
        this.band = Typed.text(band);
        this.from = Typed.text(from);
        this.until = Typed.text(until);
        this.minutes = Typed.text(minutes);
        this.workers = Typed.text(workers);
        this.tier = Typed.text(tier);
        this.shortReason = Typed.text(shortReason);
        this.tasks = Typed.text(tasks);
    }

    static CallForm another() {
        return new CallForm(null, false, null, null, null, null, null, "1", null, null, null);
    }

    static CallForm of(String call, CallTerms terms) {
        return new CallForm(
                call,
                false,
                terms.days().chars().mapToObj(Character::toString).toList(),
                terms.band().name(),
                Typed.typed(terms.from()),
                Typed.typed(terms.until()),
                "" + terms.minutes(),
                "" + terms.workers(),
                terms.tier().name(),
                terms.shortReason() == null ? "" : terms.shortReason().name(),
                "");
    }

    /**
     * It cannot both stop and be another call.
     *
     * @param was the call as it is
     * @param owed the same with the window its provider agreed to
     */
    void check(String path, CallLineView was, CallTerms owed, Errors errors) {
        At at = At.of(path, was);
        if (!chosen) check(errors, at, was.band(), was.timeCritical());
        else if (alters(owed)) reject(errors, at, "chosen", "altered");
    }

    /** One that was written down is to be added, and that has to be said. */
    void checkAnother(String path, Errors errors) {
        At at = new At(path, new DefaultMessageSourceResolvable("variations.new.another"));
        if (chosen) checkAnother(errors, at);
        else if (written()) reject(errors, at, "chosen", "unwanted");
    }

    private void checkAnother(Errors errors, At at) {
        Band part = Typed.constant(Band.class, band).orElse(null);
        check(errors, at, part, false);
        if (part == null) reject(errors, at, "band", "missing");
        if (Typed.constant(Tier.class, tier).isEmpty()) reject(errors, at, "tier", "missing");
        if (tasks.isEmpty()) reject(errors, at, "tasks", "missing");
        if (tasks.length() > TASKS) reject(errors, at, "tasks", "long");
    }

    /**
     * @param part of the day; none where it is not chosen
     * @param critical it must begin in its window, so it needs one
     */
    private void check(Errors errors, At at, @Nullable Band part, boolean critical) {
        if (Typed.digits(days).isEmpty()) reject(errors, at, "days", "missing");
        Optional<LocalTime> begin = TypedTime.of(from);
        Optional<LocalTime> end = TypedTime.of(until);
        boolean wanted = critical || !from.isEmpty() || !until.isEmpty();
        if (wanted && begin.isEmpty()) reject(errors, at, "from", "missing");
        if (wanted && end.isEmpty()) reject(errors, at, "until", "missing");
        if (begin.isPresent() && end.isPresent() && part != null) {
            if (!part.inOrder(begin.get(), end.get()))
                reject(errors, at, "until", part == Band.NIGHT ? "midnight" : "before");
            else if (!CallTerms.overByMorning(part, end.get(), Typed.whole(minutes)))
                reject(errors, at, "until", "sit");
        }
        int length = Typed.whole(minutes);
        if (length < SHORTEST || length > LONGEST) reject(errors, at, "minutes", "missing");
        else if (length < SHORTEST_WITHOUT_REASON
                && Typed.constant(ShortReason.class, shortReason).isEmpty())
            reject(errors, at, "shortReason", "missing");
        if (!workers.matches("[12]")) reject(errors, at, "workers", "missing");
    }

    /** Whether something else is typed than is there; what was emptied says nothing else than that the call stops. */
    private boolean alters(CallTerms was) {
        CallForm shown = of(call, was);
        return differs(Typed.digits(days), was.days())
                || differs(clock(from), shown.from)
                || differs(clock(until), shown.until)
                || differs(minutes, shown.minutes)
                || differs(workers, shown.workers)
                || differs(shortReason, shown.shortReason);
    }

    /** Whether another call was written down. A radio cannot be emptied again, so one that was chosen says nothing. */
    private boolean written() {
        return !days.isEmpty() || !from.isEmpty() || !until.isEmpty() || !minutes.isEmpty() || !tasks.isEmpty();
    }

    /** After the check: the call as it shall be, with what the form does not ask. */
    CallTerms terms(CallTerms was) {
        return new CallTerms(
                Typed.digits(days),
                was.band(),
                TypedTime.of(from).orElse(null),
                TypedTime.of(until).orElse(null),
                Typed.whole(minutes),
                Integer.parseInt(workers),
                was.timeCriticalReason(),
                was.tier(),
                Typed.constant(ShortReason.class, shortReason).orElse(null),
                was.workerGender(),
                was.tasks());
    }

    CallTerms terms() {
        return new CallTerms(
                Typed.digits(days),
                Band.valueOf(band),
                TypedTime.of(from).orElse(null),
                TypedTime.of(until).orElse(null),
                Typed.whole(minutes),
                Integer.parseInt(workers),
                null,
                Tier.valueOf(tier),
                Typed.constant(ShortReason.class, shortReason).orElse(null),
                WorkerGender.ANY,
                tasks);
    }

    private static boolean differs(String typed, String shown) {
        return !typed.isEmpty() && !typed.equals(shown);
    }

    /** As it is shown, however it was typed. */
    private static String clock(String typed) {
        return TypedTime.of(typed).map(Typed::typed).orElse(typed);
    }

    private static void reject(Errors errors, At at, String field, String kind) {
        errors.rejectValue(at.path() + field, "variations.form." + field + "." + kind, new Object[] {at.name()}, null);
    }

    /** @param name of the call, with which each sentence begins */
    private record At(String path, Object name) {
        static At of(String path, CallLineView was) {
            Object band = new DefaultMessageSourceResolvable("carepackages.Band." + was.band());
            return new At(path, new DefaultMessageSourceResolvable(new String[] {"variations.form.call"}, new Object[] {
                was.position(), band
            }));
        }
    }
}
