package cymru.pontio.reporting;

import cymru.pontio.kernel.NotFound;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** Checks the filter of a report and puts it, with its errors, where each report page looks for it. */
@Component
class Periods {
    private final Clock clock;
    private final Reports reports;

    Periods(Clock clock, Reports reports) {
        this.clock = clock;
        this.reports = reports;
    }

    /** @return whether the report can be shown; if not, the page shows what is wrong with the filter */
    boolean show(PeriodForm typed, Model model) {
        PeriodForm form = typed.orLastTwoYears(clock);
        BindingResult errors = new BeanPropertyBindingResult(form, "filter");
        form.check(errors);
        model.addAttribute("filter", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "filter", errors);
        model.addAttribute("query", form.query());
        model.addAttribute("areas", reports.areas());
        model.addAttribute("providers", reports.providers());
        return !errors.hasErrors();
    }

    PeriodForm orLastTwoYears(PeriodForm typed) {
        return typed.orLastTwoYears(clock);
    }

    /** Measures say how things stand: nothing chosen is the last month that is over. */
    PeriodForm orLastMonth(PeriodForm typed) {
        return typed.orLastMonth(clock);
    }

    /** For files and rows, which have no page to say what is wrong. */
    PeriodForm checked(PeriodForm typed) {
        PeriodForm form = typed.orLastTwoYears(clock);
        BindingResult errors = new BeanPropertyBindingResult(form, "filter");
        form.check(errors);
        if (errors.hasErrors()) throw new NotFound();
        return form;
    }
}
