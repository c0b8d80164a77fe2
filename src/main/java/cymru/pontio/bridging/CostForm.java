package cymru.pontio.bridging;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** What an hour of the team costs, as typed. */
record CostForm(
        @Pattern(regexp = "£?[1-9]\\d{0,3}([.]\\d{1,2})?", message = "{bridging.form.pounds.invalid}")
        String pounds,

        @RealDate(required = true, message = "{bridging.form.costFrom.invalid}")
        DateParts from) {
    CostForm(@Nullable String pounds, @Nullable DateParts from) {
        this.pounds = pounds == null ? "" : pounds.strip();
        this.from = from == null ? DateParts.blank() : from;
    }

    static CostForm blank() {
        return new CostForm(null, null);
    }

    void check(LocalDate today, BindingResult errors) {
        from.date()
                .filter(day -> day.isBefore(today))
                .ifPresent(day -> errors.rejectValue("from", "bridging.form.costFrom.past"));
    }

    BigDecimal amount() {
        return new BigDecimal(pounds.replace("£", ""));
    }
}
