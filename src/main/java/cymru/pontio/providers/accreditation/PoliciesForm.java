package cymru.pontio.providers.accreditation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** Policies in force, as ticked. */
record PoliciesForm(List<String> policies) {
    PoliciesForm(@Nullable List<@Nullable String> policies) {
        this.policies = TypedText.ticked(policies);
    }

    static PoliciesForm of(Answers.@Nullable Policies said) {
        return new PoliciesForm(said == null ? null : List.of(AnswerStore.names(said.inForce())));
    }

    void check(Errors errors) {
        if (answers().inForce().size() < Policy.values().length)
            errors.rejectValue("policies", "accreditation.form.policies.all");
    }

    Answers.Policies answers() {
        return new Answers.Policies(TypedText.constants(Policy.class, policies));
    }
}
