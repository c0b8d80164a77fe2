package cymru.pontio.reporting;

import cymru.pontio.site.WrongFilter;
import java.time.Clock;
import java.time.Instant;
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
        return show(typed, model, false);
    }

    /** As {@link #show}, for months that are compared: half a month is not to be set beside a whole one. */
    boolean showOver(PeriodForm typed, Model model) {
        return show(typed, model, true);
    }

    private boolean show(PeriodForm typed, Model model, boolean whole) {
        PeriodForm form = typed.orLastTwoYears(clock);
        BindingResult errors = new BeanPropertyBindingResult(form, "filter");
        form.check(errors, whole, clock.instant());
        model.addAttribute("filter", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "filter", errors);
        model.addAttribute("query", form.query());
        model.addAttribute("areas", reports.areas());
        model.addAttribute("providers", reports.providers());
        if (errors.hasErrors()) return false;
        model.addAttribute("open", open(form));
        return true;
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
        return checked(typed, false);
    }

    /** Whether more may still become known by the moment that was chosen, because it is the end of this day. */
    boolean open(PeriodForm form) {
        Instant known = form.knownAt();
        return known != null && known.isAfter(clock.instant());
    }

    /** As {@link #showOver}, for a file. */
    PeriodForm checkedOver(PeriodForm typed) {
        return checked(typed, true);
    }

    private PeriodForm checked(PeriodForm typed, boolean whole) {
        PeriodForm form = typed.orLastTwoYears(clock);
        BindingResult errors = new BeanPropertyBindingResult(form, "filter");
        form.check(errors, whole, clock.instant());
        WrongFilter.mustBeNone(errors);
        return form;
    }
}
