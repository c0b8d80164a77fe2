package cymru.pontio.visits.calls;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What is decided about an exception, as typed.
 *
 * @param step query, answer or settle
 * @param version of the state that was on the page
 */
record DecisionForm(String step, String text, String version) {
    private static final int LONGEST = 1000;

    DecisionForm(@Nullable String step, @Nullable String text, @Nullable String version) {
        this.step = Objects.requireNonNullElse(step, "");
        this.text = text == null ? "" : text.strip();
        this.version = Objects.requireNonNullElse(version, "");
    }

    static DecisionForm of(ExceptionRow row) {
        return new DecisionForm(null, null, "" + row.version());
    }

    /** @param allowed what this person may do */
    void check(Errors errors, Set<String> allowed) {
        if (!allowed.contains(step)) errors.rejectValue("step", "calls.form.step.missing");
        else if (text.isEmpty() && !step.equals("settle"))
            errors.rejectValue("text", "calls.form.text.missing", new Object[] {step}, null);
        if (text.length() > LONGEST) errors.rejectValue("text", "calls.form.text.long");
    }

    long seen() {
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }
}
