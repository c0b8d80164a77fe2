package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What changed between two months, in a sentence, two charts and a file. */
@Controller
class HeadlineController {
    private static final String BASIS_HOURS =
            "user hours a week of agency and in-house home care, average over the month";
    private static final String BASIS_PEOPLE =
            "people with a delivered visit of agency or in-house home care in the month";
    private static final String BASIS_WAITING =
            "people at the end of the last day of the month: no cover, in hospital or part met";

    private final Reports reports;
    private final ReportPages pages;
    private final Periods periods;
    private final MessageSource messages;

    HeadlineController(Reports reports, ReportPages pages, Periods periods, MessageSource messages) {
        this.reports = reports;
        this.pages = pages;
        this.periods = periods;
        this.messages = messages;
    }

    @GetMapping("/reports/headline")
    String headline(Actor actor, PeriodForm typed, Model model, Locale locale) {
        if (!periods.showOver(typed, model)) return "reporting/headline";
        PeriodForm form = periods.orLastTwoYears(typed);
        Formats formats = new Formats(messages, locale);
        Headline headline = of(actor, form);
        model.addAttribute("headline", headline);
        model.addAttribute("sentence", pages.sentence(headline, formats));
        model.addAttribute("careChart", pages.care(headline, form, formats));
        model.addAttribute("peopleChart", pages.people(headline, form, formats));
        return "reporting/headline";
    }

    @GetMapping("/reports/headline.csv")
    ResponseEntity<byte[]> file(Actor actor, PeriodForm typed) {
        Headline headline = of(actor, periods.checkedOver(typed));
        Csv csv = new Csv("measure", "basis", "from", "to", "before", "after", "change_percent");
        row(csv, headline, "hours_delivered", BASIS_HOURS, headline.hours());
        row(csv, headline, "people_supported", BASIS_PEOPLE, headline.people());
        row(csv, headline, "people_waiting", BASIS_WAITING, headline.waiting());
        return csv.download("headline.csv");
    }

    private Headline of(Actor actor, PeriodForm form) {
        Months months = form.months();
        Change notDue = new Change(
                reports.notDueAWeek(actor, form, months.first()), reports.notDueAWeek(actor, form, months.last()));
        return Headline.of(
                months, notDue, reports.longTermCare(actor, form), reports.waiting(actor, form.everywhere()));
    }

    private static void row(Csv csv, Headline headline, String measure, String basis, Change change) {
        csv.row(measure, basis, headline.from(), headline.to(), change.before(), change.after(), change.percent());
    }
}
