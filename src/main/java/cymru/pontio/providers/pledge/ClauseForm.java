package cymru.pontio.providers.pledge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A clause of a draft, as typed. */
record ClauseForm(
        @Pattern(regexp = "[A-Z][A-Z0-9]{0,5}", message = "{pledge.form.code.wrong}")
        String code,

        @NotBlank(message = "{pledge.form.textEn.missing}") @Size(max = 1000, message = "{pledge.form.text.long}")
        String textEn,

        @NotBlank(message = "{pledge.form.textCy.missing}") @Size(max = 1000, message = "{pledge.form.text.long}")
        String textCy,

        @Pattern(regexp = "PAYROLL|RECEIPT|ROTA|CONTRACT|POLICY|SURVEY", message = "{pledge.form.kind.missing}")
        String evidence,

        @Pattern(regexp = "[1-9]|[12]\\d|3[0-6]", message = "{pledge.form.months.wrong}")
        String goodMonths,

        @Pattern(regexp = "BRONZE|SILVER|GOLD", message = "{pledge.form.level.missing}")
        String level,

        Boolean mandatory) {
    ClauseForm(
            @Nullable String code,
            @Nullable String textEn,
            @Nullable String textCy,
            @Nullable String evidence,
            @Nullable String goodMonths,
            @Nullable String level,
            @Nullable Boolean mandatory) {
        this.code = Typed.text(code).toUpperCase(Locale.ROOT);
        this.textEn = Typed.text(textEn);
        this.textCy = Typed.text(textCy);
        this.evidence = Objects.requireNonNullElse(evidence, "");
        this.goodMonths = Typed.text(goodMonths);
        this.level = Objects.requireNonNullElse(level, "");
        this.mandatory = Boolean.TRUE.equals(mandatory);
    }

    static ClauseForm blank() {
        return new ClauseForm("", "", "", "", "12", "", true);
    }

    static ClauseForm of(Clause clause) {
        return new ClauseForm(
                clause.code(),
                clause.textEn(),
                clause.textCy(),
                clause.evidence().name(),
                "" + clause.goodMonths(),
                clause.level().name(),
                clause.mandatory());
    }

    PledgeClauses.Terms toTerms() {
        return new PledgeClauses.Terms(
                code,
                textEn,
                textCy,
                Evidence.valueOf(evidence),
                Integer.parseInt(goodMonths),
                Level.valueOf(level),
                mandatory);
    }
}
