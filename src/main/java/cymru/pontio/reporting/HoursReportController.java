package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hours delivered: the page, the file, and the packages behind each figure. */
@Controller
class HoursReportController {
    private final Reports reports;
    private final ReportPages pages;
    private final Periods periods;
    private final MessageSource messages;

    HoursReportController(Reports reports, ReportPages pages, Periods periods, MessageSource messages) {
        this.reports = reports;
        this.pages = pages;
        this.periods = periods;
        this.messages = messages;
    }

    @GetMapping("/reports/hours-delivered")
    String hours(Actor actor, PeriodForm typed, Model model, Locale locale) {
        if (!periods.show(typed, model)) return "reporting/hours-delivered";
        PeriodForm form = periods.orLastTwoYears(typed);
        List<Reports.HoursLine> lines = pages.inAlphabet(reports.hours(actor, form), formats(locale));
        model.addAttribute("lines", lines);
        model.addAttribute("notDue", reports.notDue(actor, form));
        model.addAttribute("chart", pages.hours(lines, form, formats(locale)));
        return "reporting/hours-delivered";
    }

    @GetMapping("/reports/hours-delivered.csv")
    ResponseEntity<byte[]> hoursFile(Actor actor, PeriodForm typed) {
        PeriodForm form = periods.checked(typed);
        Csv csv = new Csv(
                "period",
                "starts_on",
                "split",
                "name",
                "kind",
                "user_hours",
                "carer_hours",
                "user_hours_a_week",
                "people");
        for (Reports.HoursLine line : reports.hours(actor, form)) {
            csv.row(
                    form.by(),
                    line.startsOn(),
                    form.split(),
                    line.nameEn(),
                    line.kind(),
                    Csv.hours(line.userMinutes()),
                    Csv.hours(line.carerMinutes()),
                    Csv.hours(line.weeklyUserMinutes()),
                    line.people());
        }
        return csv.download("hours-delivered.csv");
    }

    @GetMapping("/reports/hours-delivered/rows")
    String hoursRows(
            Actor actor,
            PeriodForm typed,
            @RequestParam(defaultValue = "LONG_TERM") String kind,
            @RequestParam(required = false) @Nullable LocalDate starts,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        PeriodForm form = periods.checked(typed);
        Reports.Rows which = new Reports.Rows(kind, starts, after, Reports.PAGE + 1);
        List<Reports.PackageLine> rows = reports.hoursRows(actor, form, which);
        model.addAttribute("sum", reports.hoursSum(actor, form, which));
        model.addAttribute("rows", rows.stream().limit(Reports.PAGE).toList());
        model.addAttribute("filter", form);
        model.addAttribute("kind", kind);
        model.addAttribute("starts", starts);
        model.addAttribute("mayOpen", actor.isAny(Role.BROKER, Role.COMMISSIONER));
        model.addAttribute(
                "next", rows.size() > Reports.PAGE ? rows.get(Reports.PAGE - 1).packageRef() : "");
        return "reporting/hours-rows";
    }

    @GetMapping("/reports/hours-delivered/rows.csv")
    ResponseEntity<byte[]> hoursRowsFile(
            Actor actor,
            PeriodForm typed,
            @RequestParam(defaultValue = "LONG_TERM") String kind,
            @RequestParam(required = false) @Nullable LocalDate starts) {
        Csv csv = new Csv(
                "package_ref",
                "area",
                "provider",
                "kind",
                "user_hours",
                "carer_hours",
                "user_minutes",
                "carer_minutes");
        for (Reports.PackageLine row :
                reports.hoursRows(actor, periods.checked(typed), new Reports.Rows(kind, starts, "", 100_000))) {
            csv.row(
                    row.packageRef(),
                    row.nameEn(),
                    row.provider(),
                    row.kind(),
                    Csv.hours(row.userMinutes()),
                    Csv.hours(row.carerMinutes()),
                    row.userMinutes(),
                    row.carerMinutes());
        }
        return csv.download("hours-delivered-rows.csv");
    }

    private Formats formats(Locale locale) {
        return new Formats(messages, locale);
    }
}
