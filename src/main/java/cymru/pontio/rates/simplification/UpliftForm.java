package cymru.pontio.rates.simplification;

import cymru.pontio.rates.CareService;
import cymru.pontio.rates.PriceZone;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** An uplift as typed. A minus lowers the rates. */
record UpliftForm(
        @Pattern(regexp = "PERCENT|POUNDS", message = "{simplification.form.measure.missing}")
        String measure,

        @Pattern(regexp = "-?\\d{1,2}(\\.\\d{1,2})?", message = "{simplification.form.amount.number}")
        String amount,

        @Pattern(regexp = "ALL|SESSIONAL|WAKING_NIGHT", message = "{simplification.form.service.missing}")
        String service,

        @Pattern(regexp = "ALL|TOWN|RURAL|DEEP_RURAL", message = "{simplification.form.zone.missing}")
        String zone,

        @RealDate(required = true, message = "{simplification.form.from.date}")
        DateParts from,

        @Size(max = 2000, message = "{simplification.form.reason.long}")
        String reason) {
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(50);
    private static final BigDecimal MOST_POUNDS = BigDecimal.valueOf(20);

    UpliftForm(
            @Nullable String measure,
            @Nullable String amount,
            @Nullable String service,
            @Nullable String zone,
            @Nullable DateParts from,
            @Nullable String reason) {
        this.measure = Objects.requireNonNullElse(measure, "");
        this.amount =
                amount == null ? "" : amount.strip().replaceFirst("^[£+]", "").replaceFirst("%$", "");
        this.service = Objects.requireNonNullElse(service, "");
        this.zone = Objects.requireNonNullElse(zone, "");
        this.from = from == null ? DateParts.blank() : from;
        this.reason = reason == null ? "" : reason.strip();
    }

    static UpliftForm blank(LocalDate today) {
        return new UpliftForm("PERCENT", "", "ALL", "ALL", DateParts.of(SimplifyForm.nextMonth(today)), "");
    }

    void check(LocalDate today, boolean saving, Errors errors) {
        SimplifyForm.check(from, reason, today, saving, errors);
        if (!amount.matches("-?\\d{1,2}(\\.\\d{1,2})?")) return;
        BigDecimal most = measure.equals("POUNDS") ? MOST_POUNDS : MOST_PERCENT;
        if (number().signum() == 0 || number().abs().compareTo(most) > 0)
            errors.rejectValue("amount", "simplification.form.amount.range");
    }

    UpliftTerms terms() {
        boolean percent = measure.equals("PERCENT");
        return new UpliftTerms(
                percent ? number() : null,
                percent ? null : number(),
                service.equals("ALL") ? null : CareService.valueOf(service),
                zone.equals("ALL") ? null : PriceZone.valueOf(zone),
                from.date().orElseThrow(),
                reason);
    }

    private BigDecimal number() {
        return new BigDecimal(amount);
    }
}
