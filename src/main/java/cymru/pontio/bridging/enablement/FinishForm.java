package cymru.pontio.bridging.enablement;

import cymru.pontio.site.DateParts;
import cymru.pontio.site.RealDate;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * The end of enablement, as typed: what the person needs now, and what became of each goal.
 *
 * @param reached as many answers as there can be goals; what nobody chose is blank
 */
record FinishForm(
        @RealDate(required = true, message = "{enablement.form.last.invalid}")
        DateParts last,

        @Pattern(regexp = "\\d{1,3}([.,]\\d{1,2})?", message = "{enablement.form.hours.invalid}")
        String hours,

        List<String> reached) {
    private static final BigDecimal MINUTES_IN_HOUR = BigDecimal.valueOf(60);
    private static final int MINUTES_IN_WEEK = 7 * 24 * 60;

    FinishForm(@Nullable DateParts last, @Nullable String hours, @Nullable List<String> reached) {
        this.last = last == null ? DateParts.blank() : last;
        this.hours = hours == null ? "" : hours.strip();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < BeginForm.MOST_GOALS; i++) {
            String answer = reached == null || i >= reached.size() ? null : reached.get(i);
            answers.add(answer == null ? "" : answer);
        }
        // Spring sets each answer in its place.
        this.reached = answers;
    }

    static FinishForm blank() {
        return new FinishForm(null, null, null);
    }

    void check(Enablement.View view, BindingResult errors) {
        for (int i = 0; i < view.goals().size(); i++)
            if (!reached.get(i).matches("YES|PARTLY|NO"))
                errors.rejectValue("reached[" + i + "]", "enablement.form.reached.missing");
        if (!errors.hasFieldErrors("hours") && minutes() > MINUTES_IN_WEEK)
            errors.rejectValue("hours", "enablement.form.hours.week");
        LocalDate day = last.orNull();
        if (day != null && day.isAfter(view.today())) errors.rejectValue("last", "enablement.form.last.future");
        if (day != null && day.isBefore(view.episode().started()))
            errors.rejectValue(
                    "last",
                    "enablement.form.last.before",
                    new Object[] {view.episode().started()},
                    null);
    }

    int minutes() {
        return new BigDecimal(hours.replace(',', '.'))
                .multiply(MINUTES_IN_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    List<Reached> answers(int goals) {
        return reached.stream().limit(goals).map(Reached::valueOf).toList();
    }
}
