package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.CallTerms;
import cymru.pontio.placements.ServiceOrders;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** How the week shall look from a day on, as typed. */
record VariationForm(
        @RealDate(required = true, message = "{variations.form.start.invalid}")
        DateParts start,

        @RealDate(message = "{variations.form.back.invalid}")
        DateParts back,

        @NotBlank(message = "{variations.form.reason.missing}")
        @Size(max = 2000, message = "{variations.form.reason.long}")
        String reason,

        List<CallForm> calls,
        CallForm another) {
    VariationForm(
            @Nullable DateParts start,
            @Nullable DateParts back,
            @Nullable String reason,
            @Nullable List<CallForm> calls,
            @Nullable CallForm another) {
        this.start = start == null ? DateParts.blank() : start;
        this.back = back == null ? DateParts.blank() : back;
        this.reason = Typed.text(reason);
        this.calls = calls == null
                ? List.of()
                : calls.stream()
                        .map(call -> call == null ? CallForm.another() : call)
                        .toList();
        this.another = another == null ? CallForm.another() : another;
    }

    static VariationForm of(Variations.Prospect prospect) {
        List<CallForm> calls = prospect.week().stream()
                .map(owed -> CallForm.of(owed.call().call().id().toString(), Variations.terms(owed)))
                .toList();
        return new VariationForm(null, null, null, calls, null);
    }

    /** All that is wrong, beside its field; a form made before the week changed is told so. */
    void check(Variations.Prospect prospect, BindingResult errors) {
        List<ServiceOrders.Owed> week = prospect.week();
        boolean stale = calls.size() != week.size();
        for (int i = 0; i < calls.size() && !stale; i++)
            stale = !calls.get(i).call().equals(week.get(i).call().call().id().toString());
        if (stale) {
            errors.reject("variations.form.stale");
            return;
        }
        for (int i = 0; i < calls.size(); i++) {
            ServiceOrders.Owed owed = week.get(i);
            calls.get(i).check("calls[" + i + "].", owed.call().call(), Variations.terms(owed), errors);
        }
        another.checkAnother("another.", errors);
        checkDays(prospect, errors);
        if (!errors.hasErrors() && changes(prospect).isEmpty()) errors.reject("variations.form.nothing");
        if (!errors.hasErrors() && !another.chosen() && calls.stream().allMatch(CallForm::chosen))
            errors.reject("variations.form.noCalls");
    }

    private void checkDays(Variations.Prospect prospect, BindingResult errors) {
        LocalDate first = start.orNull();
        LocalDate last = back.orNull();
        if (first == null) return;
        if (first.isBefore(prospect.subject().begins()))
            errors.rejectValue(
                    "start",
                    "variations.form.start.early",
                    new Object[] {prospect.subject().begins()},
                    null);
        LocalDate latest = Variations.latest(prospect.today());
        if (first.isAfter(latest))
            errors.rejectValue("start", "variations.form.start.late", new Object[] {latest}, null);
        if (last != null && !last.isAfter(first)) errors.rejectValue("back", "variations.form.back.before");
        if (errors.hasErrors()) return;
        List<UUID> touched = new ArrayList<>();
        changes(prospect).forEach(change -> {
            if (change.call() != null) touched.add(change.call());
        });
        prospect.week().stream()
                .map(ServiceOrders.Owed::call)
                .filter(call -> touched.contains(call.call().id()) && (!call.on(first) || call.until() != null))
                .findFirst()
                .ifPresent(call -> errors.rejectValue(
                        "start",
                        "variations.form.start.changed",
                        new Object[] {call.until() == null ? first : call.until()},
                        null));
    }

    /** After the check. */
    Wanted wanted(Variations.Prospect prospect) {
        return new Wanted(start.date().orElseThrow(), back.orNull(), reason, changes(prospect), null);
    }

    private List<ChangedCall> changes(Variations.Prospect prospect) {
        Map<UUID, CallTerms> week = Variations.week(prospect.calls(), prospect.today());
        List<ChangedCall> changes = new ArrayList<>();
        for (CallForm call : calls) {
            UUID id = UUID.fromString(call.call());
            CallTerms was = week.get(id);
            if (was == null) continue;
            if (call.chosen()) changes.add(new ChangedCall(id, null));
            else if (!call.terms(was).equals(was)) changes.add(new ChangedCall(id, call.terms(was)));
        }
        if (another.chosen()) changes.add(new ChangedCall(null, another.terms()));
        return changes;
    }
}
