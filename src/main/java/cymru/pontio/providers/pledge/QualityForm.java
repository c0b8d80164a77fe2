package cymru.pontio.providers.pledge;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** How the pledge is to count in the quality of bids, as typed. */
record QualityForm(
        @Pattern(regexp = "[0-4]", message = "{pledge.form.weight.wrong}")
        String weight,

        @Pattern(regexp = POINTS, message = "{pledge.form.bronze.wrong}")
        String bronze,

        @Pattern(regexp = POINTS, message = "{pledge.form.silver.wrong}")
        String silver,

        @Pattern(regexp = POINTS, message = "{pledge.form.gold.wrong}")
        String gold,

        @RealDate(required = true, message = "{pledge.form.startsOn.date}")
        DateParts startsOn,

        @NotBlank(message = "{pledge.form.reason.missing}") @Size(max = 1000, message = "{pledge.form.reason.long}")
        String reason) {
    private static final String POINTS = "100|[0-9]{1,2}";

    QualityForm(
            @Nullable String weight,
            @Nullable String bronze,
            @Nullable String silver,
            @Nullable String gold,
            @Nullable DateParts startsOn,
            @Nullable String reason) {
        this.weight = Typed.text(weight);
        this.bronze = Typed.text(bronze);
        this.silver = Typed.text(silver);
        this.gold = Typed.text(gold);
        this.startsOn = startsOn == null ? DateParts.blank() : startsOn;
        this.reason = Typed.text(reason);
    }

    /** Begins with the latest. */
    static QualityForm of(QualitySetting latest) {
        return new QualityForm(
                "" + latest.weight(),
                whole(latest.bronze()),
                whole(latest.silver()),
                whole(latest.gold()),
                DateParts.blank(),
                "");
    }

    private static String whole(BigDecimal points) {
        return points.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    /** @param inForce what counts on a day without this proposal */
    void check(LocalDate today, Function<LocalDate, QualitySetting> inForce, Errors errors) {
        if (startsOn.date().filter(day -> !day.isAfter(today)).isPresent())
            errors.rejectValue("startsOn", "pledge.error.startsPast");
        if (more(bronze, silver) || more(silver, gold) || more(bronze, gold))
            errors.rejectValue("silver", "pledge.form.points.order");
        if (!errors.hasErrors() && toTerms().same(inForce.apply(startsOn.date().orElseThrow())))
            errors.rejectValue("weight", "pledge.error.qualitySame");
    }

    private static boolean more(String lower, String higher) {
        return lower.matches(POINTS) && higher.matches(POINTS) && Integer.parseInt(lower) > Integer.parseInt(higher);
    }

    QualitySetting.Terms toTerms() {
        return new QualitySetting.Terms(
                startsOn.date().orElseThrow(),
                Integer.parseInt(weight),
                Integer.parseInt(bronze),
                Integer.parseInt(silver),
                Integer.parseInt(gold),
                reason);
    }
}
