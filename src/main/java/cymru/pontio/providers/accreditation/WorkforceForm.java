package cymru.pontio.providers.accreditation;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Who does the work, as typed. */
record WorkforceForm(
        String workers,
        String registered,

        @Pattern(regexp = "YES|NO", message = "{accreditation.form.twoWorkers.missing}")
        String twoWorkers,

        List<String> training) {
    static final int MOST = 10_000;

    WorkforceForm(
            @Nullable String workers,
            @Nullable String registered,
            @Nullable String twoWorkers,
            @Nullable List<@Nullable String> training) {
        this.workers = TypedText.line(workers);
        this.registered = TypedText.line(registered);
        this.twoWorkers = TypedText.line(twoWorkers);
        this.training = TypedText.ticked(training);
    }

    static WorkforceForm of(Answers.@Nullable Workforce said) {
        return said == null
                ? new WorkforceForm("", "", "", null)
                : new WorkforceForm(
                        "" + said.workers(),
                        "" + said.registered(),
                        said.twoWorkers() ? "YES" : "NO",
                        List.of(AnswerStore.names(said.training())));
    }

    void check(Errors errors) {
        int all = TypedText.count(workers);
        int some = TypedText.count(registered);
        if (all < 1 || all > MOST) errors.rejectValue("workers", "accreditation.form.workers.wrong");
        if (some < 0 || some > MOST) errors.rejectValue("registered", "accreditation.form.registered.wrong");
        else if (all > 0 && some > all) errors.rejectValue("registered", "accreditation.form.registered.more");
    }

    Answers.Workforce answers() {
        return new Answers.Workforce(
                TypedText.count(workers),
                TypedText.count(registered),
                twoWorkers.equals("YES"),
                TypedText.constants(Skill.class, training));
    }
}
