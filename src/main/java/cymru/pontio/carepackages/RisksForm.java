package cymru.pontio.carepackages;

import static cymru.pontio.carepackages.NeedsForm.TEXT;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Risks, equipment and the training workers need. */
record RisksForm(
        @Size(max = TEXT, message = "{carepackages.form.text.long}")
        String risks,

        @NotBlank(message = "{carepackages.risks.workerRisks.missing}")
        @Size(max = TEXT, message = "{carepackages.form.text.long}")
        String workerRisks,

        @Size(max = TEXT, message = "{carepackages.form.text.long}")
        String equipment,

        List<String> training,
        String stamp) {
    RisksForm(
            @Nullable String risks,
            @Nullable String workerRisks,
            @Nullable String equipment,
            @Nullable List<String> training,
            @Nullable String stamp) {
        this.risks = Typed.text(risks);
        this.workerRisks = Typed.text(workerRisks);
        this.equipment = Typed.text(equipment);
        this.training = Typed.list(training);
        this.stamp = Typed.text(stamp);
    }

    static RisksForm of(PackageView view) {
        Risks about = view.plan().risks();
        return new RisksForm(
                about.toPerson(), about.toWorkers(), about.equipment(), Typed.names(about.training()), view.stamp());
    }

    Risks terms() {
        return new Risks(risks, workerRisks, equipment, Typed.constants(Training.class, training));
    }
}
