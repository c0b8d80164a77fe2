package cymru.pontio.placements.transfers;

import cymru.pontio.carepackages.CareEnd;
import cymru.pontio.placements.Endings;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.site.Choice;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.Formats;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What a commissioner moves, as typed. */
record TransferForm(
        @NotEmpty(message = "{transfers.form.chosen.missing}")
        List<String> chosen,

        @Pattern(regexp = "PROVIDER_FAILURE|HANDBACK|TRANSFER", message = "{transfers.form.reason.missing}")
        String reason,

        @RealDate(required = true, message = "{transfers.form.last.invalid}")
        DateParts last,

        @NotBlank(message = "{transfers.form.note.missing}") @Size(max = 2000, message = "{transfers.form.note.long}")
        String note) {
    TransferForm(
            @Nullable List<String> chosen, @Nullable String reason, @Nullable DateParts last, @Nullable String note) {
        this.chosen = chosen == null ? List.of() : List.copyOf(chosen);
        this.reason = reason == null ? "" : reason.strip();
        this.last = last == null ? DateParts.blank() : last;
        this.note = note == null ? "" : note.strip();
    }

    static List<Choice> reasons(Formats words) {
        return Stream.of(CareEnd.PROVIDER_FAILURE, CareEnd.HANDBACK, CareEnd.TRANSFER)
                .map(one -> new Choice(one.name(), words.message("transfers.reason." + one)))
                .toList();
    }

    /** All of it, unless some were chosen by a link. */
    static TransferForm of(Transfers.Choice choice, List<String> chosen) {
        List<String> all = choice.all().stream().map(one -> one.ref().value()).toList();
        return new TransferForm(chosen.isEmpty() ? all : chosen, "", DateParts.of(choice.earliest()), "");
    }

    Leavings.Terms toTerms() {
        return new Leavings.Terms(CareEnd.valueOf(reason), lastDay(), note, refs());
    }

    void check(Transfers.Choice choice, BindingResult errors) {
        Leavings.torn(choice.all(), refs()).stream()
                .findFirst()
                .ifPresent(one -> errors.rejectValue(
                        "chosen",
                        "transfers.form.chosen.together",
                        new Object[] {one.ref().value()},
                        null));
        if (errors.hasFieldErrors("last")) return;
        if (lastDay().isBefore(choice.today())) errors.rejectValue("last", "transfers.form.last.past");
        else if (lastDay().isAfter(Endings.latest(choice.today())))
            errors.rejectValue("last", "transfers.form.last.late", new Object[] {Endings.latest(choice.today())}, null);
        else if (lastDay().isBefore(choice.earliest()) && !reason.equals(CareEnd.PROVIDER_FAILURE.name()))
            errors.rejectValue("last", "transfers.form.last.soon", new Object[] {choice.earliest()}, null);
    }

    private LocalDate lastDay() {
        return last.date().orElseThrow();
    }

    private List<PlacementRef> refs() {
        return chosen.stream().map(PlacementRef::valueOf).toList();
    }
}
