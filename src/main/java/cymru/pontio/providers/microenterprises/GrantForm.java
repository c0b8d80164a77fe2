package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What is asked for, and what for. */
record GrantForm(
        @Pattern(regexp = "£?\\d{1,5}(\\.\\d{1,2})?", message = "{microenterprises.grant.amount.number}")
        String amount,

        String purpose,

        @NotBlank(message = "{microenterprises.grant.detail.missing}")
        @Size(max = 500, message = "{microenterprises.grant.detail.long}")
        String detail) {
    GrantForm(@Nullable String amount, @Nullable String purpose, @Nullable String detail) {
        this.amount = Typed.text(amount).replace(",", "");
        this.purpose = Objects.requireNonNullElse(purpose, "");
        this.detail = Typed.text(detail);
    }

    static GrantForm blank() {
        return new GrantForm("", "", "");
    }

    void check(Errors errors) {
        if (amount.matches("£?0+(\\.0+)?")) errors.rejectValue("amount", "microenterprises.grant.amount.number");
        if (Typed.constant(Grant.Purpose.class, purpose).isEmpty())
            errors.rejectValue("purpose", "microenterprises.grant.purpose.missing");
    }

    Money money() {
        return Money.of(amount.replace("£", ""));
    }

    Grant.Purpose chosen() {
        return Grant.Purpose.valueOf(purpose);
    }
}
