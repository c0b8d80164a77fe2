package cymru.pontio.providers.microenterprises;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer to an application. */
record DecisionForm(
        @Pattern(regexp = "APPROVED|REFUSED", message = "{microenterprises.grant.answer.missing}")
        String answer,

        @NotBlank(message = "{microenterprises.reason.missing}")
        @Size(max = 1000, message = "{microenterprises.reason.long}")
        String reason,

        @Size(max = 1000, message = "{microenterprises.grant.conditions.long}")
        String conditions) {
    DecisionForm(@Nullable String answer, @Nullable String reason, @Nullable String conditions) {
        this.answer = Objects.requireNonNullElse(answer, "");
        this.reason = Typed.text(reason);
        this.conditions = Typed.text(conditions);
    }

    static DecisionForm blank() {
        return new DecisionForm("", "", "");
    }

    boolean yes() {
        return answer.equals("APPROVED");
    }
}
