package cymru.pontio.providers.pledge;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A level to be taken away, as typed. */
record WithdrawalForm(
        @Pattern(regexp = "BRONZE|SILVER|GOLD", message = "{pledge.form.level.missing}")
        String level,

        @RealDate(required = true, message = "{pledge.form.from.date}")
        DateParts from,

        @Pattern(
                regexp = "NOT_KEPT|EVIDENCE_WRONG|PROVIDER_ASKED|CONTRACT_ENDED",
                message = "{pledge.form.why.missing}")
        String reason,

        @NotBlank(message = "{pledge.form.note.missing}") @Size(max = 1000, message = "{pledge.form.note.long}")
        String note) {
    WithdrawalForm(@Nullable String level, @Nullable DateParts from, @Nullable String reason, @Nullable String note) {
        this.level = Objects.requireNonNullElse(level, "");
        this.from = from == null ? DateParts.blank() : from;
        this.reason = Objects.requireNonNullElse(reason, "");
        this.note = Typed.text(note);
    }

    static WithdrawalForm blank() {
        return new WithdrawalForm("", null, "", "");
    }

    void check(Signatory signatory, Errors errors) {
        from.date()
                .filter(day -> day.isBefore(signatory.today()))
                .ifPresent(day -> errors.rejectValue("from", "pledge.form.from.past"));
        if (level.matches("BRONZE|SILVER|GOLD") && !signatory.held().contains(Level.valueOf(level)))
            errors.rejectValue("level", "pledge.form.level.notHeld");
    }

    PledgeWithdrawals.Terms toTerms() {
        LocalDate day = from.date().orElseThrow();
        return new PledgeWithdrawals.Terms(Level.valueOf(level), day, WithdrawalReason.valueOf(reason), note);
    }
}
