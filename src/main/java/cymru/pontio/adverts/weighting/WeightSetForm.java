package cymru.pontio.adverts.weighting;

import cymru.pontio.adverts.Weights;
import cymru.pontio.adverts.WeightsInForce.Named;
import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A set of weights as typed. */
record WeightSetForm(
        @Pattern(regexp = POINTS, message = "{adverts.form.weight.quality.number}")
        String quality,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.price.number}")
        String price,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.start.number}")
        String start,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.windows.number}")
        String windows,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.continuity.number}")
        String continuity,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.welsh.number}")
        String welsh,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.capacity.number}")
        String capacity,

        @Pattern(regexp = POINTS, message = "{adverts.form.weight.run.number}")
        String run,

        @RealDate(required = true, message = "{weighting.form.startsOn.invalid}")
        DateParts startsOn,

        @NotBlank(message = "{weighting.form.reason.missing}")
        @Size(max = 500, message = "{weighting.form.reason.long}")
        String reason,

        String seen) {
    private static final String POINTS = "100|[0-9]{1,2}";

    WeightSetForm(
            @Nullable String quality,
            @Nullable String price,
            @Nullable String start,
            @Nullable String windows,
            @Nullable String continuity,
            @Nullable String welsh,
            @Nullable String capacity,
            @Nullable String run,
            @Nullable DateParts startsOn,
            @Nullable String reason,
            @Nullable String seen) {
        this.quality = text(quality);
        this.price = text(price);
        this.start = text(start);
        this.windows = text(windows);
        this.continuity = text(continuity);
        this.welsh = text(welsh);
        this.capacity = text(capacity);
        this.run = text(run);
        this.startsOn = startsOn == null ? DateParts.blank() : startsOn;
        this.reason = text(reason);
        this.seen = text(seen);
    }

    /** Begins with what is in force, from tomorrow. */
    static WeightSetForm of(Weights now, LocalDate today, int seen) {
        return new WeightSetForm(
                "" + now.quality(),
                "" + now.price(),
                "" + now.start(),
                "" + now.windows(),
                "" + now.continuity(),
                "" + now.welsh(),
                "" + now.capacity(),
                "" + now.run(),
                DateParts.of(today.plusDays(1)),
                "",
                "" + seen);
    }

    /** @param inForce what counts on a day without this proposal */
    void check(LocalDate today, Function<LocalDate, @Nullable Named> inForce, Errors errors) {
        if (numbers() && weights().sum() != 100)
            errors.rejectValue(
                    "quality", "weighting.error.sum", new Object[] {weights().sum()}, null);
        startsOn.date()
                .filter(day -> day.isBefore(today))
                .ifPresent(day -> errors.rejectValue("startsOn", "weighting.error.past"));
        startsOn.date()
                .filter(day -> day.isAfter(today.plusYears(1)))
                .ifPresent(day -> errors.rejectValue("startsOn", "weighting.form.startsOn.far"));
        if (numbers())
            startsOn.date()
                    .map(inForce)
                    .filter(set -> set.weights().equals(weights()))
                    .ifPresent(set -> errors.rejectValue(
                            "quality", "weighting.error.same", new Object[] {set.number(), set.startsOn()}, null));
    }

    /** Only for what was checked. */
    WeightSetTerms toTerms() {
        return new WeightSetTerms(
                weights(),
                startsOn.date().orElseThrow(),
                reason,
                seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : -1);
    }

    private boolean numbers() {
        return Stream.of(quality, price, start, windows, continuity, welsh, capacity, run)
                .allMatch(points -> points.matches(POINTS));
    }

    private Weights weights() {
        return new Weights(
                Integer.parseInt(quality),
                Integer.parseInt(price),
                Integer.parseInt(start),
                Integer.parseInt(windows),
                Integer.parseInt(continuity),
                Integer.parseInt(welsh),
                Integer.parseInt(capacity),
                Integer.parseInt(run));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
