package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The waiting list at the end of each month, as a page and as a file. */
@Controller
class WaitingReportController {
    private final Reports reports;
    private final ReportPages pages;
    private final Periods periods;
    private final MessageSource messages;

    WaitingReportController(Reports reports, ReportPages pages, Periods periods, MessageSource messages) {
        this.reports = reports;
        this.pages = pages;
        this.periods = periods;
        this.messages = messages;
    }

    @GetMapping("/reports/waiting-list")
    String waiting(Actor actor, PeriodForm typed, Model model, Locale locale) {
        if (!periods.show(typed, model)) return "reporting/waiting-list";
        PeriodForm form = periods.orLastTwoYears(typed);
        List<Reports.WaitingDay> days = reports.waiting(actor, form);
        model.addAttribute("days", days);
        model.addAttribute("chart", pages.waiting(days, form, new Formats(messages, locale)));
        return "reporting/waiting-list";
    }

    @GetMapping("/reports/waiting-list.csv")
    ResponseEntity<byte[]> waitingFile(Actor actor, PeriodForm typed) {
        PeriodForm form = periods.checked(typed);
        Csv csv = new Csv("day", "status", "people", "user_hours_a_week", "carer_hours_a_week");
        for (Reports.WaitingDay day : reports.waiting(actor, form)) {
            day.byStatus()
                    .forEach((status, waiting) -> csv.row(
                            day.day(),
                            status,
                            waiting.people(),
                            Csv.hours(waiting.userMinutes()),
                            Csv.hours(waiting.carerMinutes())));
        }
        return csv.download("waiting-list-over-time.csv");
    }
}
