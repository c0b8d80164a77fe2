package cymru.pontio.matching.plan;

import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What a plan should be made for and suppose, as typed. */
record PlanForm(
        @Pattern(regexp = "USUAL|PEOPLE|HOURS|URGENCY|COST|EVERY", message = "{plan.form.aim.choose}")
        String aim,

        @Pattern(regexp = "|PRV-[0-9A-Z]{4}-[0-9A-Z]", message = "{plan.form.closed.choose}")
        String closed,

        @Pattern(regexp = "[a-z-]{0,40}", message = "{plan.form.patch.choose}")
        String patch,

        @Pattern(regexp = "|[0-9]{1,4}", message = "{plan.form.hours.number}")
        String hours,

        @Pattern(regexp = "|[0-9]{1,2}(\\.[0-9]{1,2})?", message = "{plan.form.pounds.number}")
        String pounds,

        @Pattern(regexp = "|[0-9]{1,2}", message = "{plan.form.days.number}")
        String days,

        @Pattern(regexp = "|[0-9]{1,3}", message = "{plan.form.window.number}")
        String window) {
    static final String EVERY = "EVERY";

    PlanForm(
            @Nullable String aim,
            @Nullable String closed,
            @Nullable String patch,
            @Nullable String hours,
            @Nullable String pounds,
            @Nullable String days,
            @Nullable String window) {
        this.aim = text(aim);
        this.closed = text(closed);
        this.patch = text(patch);
        this.hours = text(hours);
        this.pounds = text(pounds);
        this.days = text(days);
        this.window = text(window);
    }

    static PlanForm blank() {
        return new PlanForm(Aim.USUAL.name(), "", "", "", "", "", "");
    }

    /** Hours need a patch, and a patch hours. */
    void check(Errors errors) {
        if (errors.hasErrors()) return;
        if (patch.isEmpty() && number(hours) > 0) errors.rejectValue("patch", "plan.form.patch.missing");
        if (!patch.isEmpty() && number(hours) == 0) errors.rejectValue("hours", "plan.form.hours.missing");
    }

    List<Aim> aims() {
        return aim.equals(EVERY) ? Plans.every() : List.of(Aim.valueOf(aim));
    }

    WhatIf whatIf() {
        int pence =
                pounds.isEmpty() ? 0 : new BigDecimal(pounds).movePointRight(2).intValueExact();
        return new WhatIf(closed, patch, 60 * number(hours), pence, number(days), number(window));
    }

    private static int number(String typed) {
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
