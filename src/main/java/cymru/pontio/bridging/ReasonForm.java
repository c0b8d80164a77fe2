package cymru.pontio.bridging;

import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** One reason of a fixed list, as chosen. */
record ReasonForm(String reason) {
    ReasonForm(@Nullable String reason) {
        this.reason = reason == null ? "" : reason;
    }

    static ReasonForm blank() {
        return new ReasonForm(null);
    }

    void check(Errors errors, Enum<?>... reasons) {
        if (!Typed.isOneOf(reasons, reason)) errors.rejectValue("reason", "bridging.reason.missing");
    }
}
