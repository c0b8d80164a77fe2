package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bridging month by month, and the episodes behind it. */
@Controller
class BridgingReportController {
    private final Reports reports;
    private final ReportPages pages;
    private final Periods periods;
    private final MessageSource messages;

    BridgingReportController(Reports reports, ReportPages pages, Periods periods, MessageSource messages) {
        this.reports = reports;
        this.pages = pages;
        this.periods = periods;
        this.messages = messages;
    }

    @GetMapping("/reports")
    String index(Actor actor, Model model) {
        model.addAttribute("market", actor.isAny(Role.BROKER, Role.COMMISSIONER));
        return "reporting/index";
    }

    @GetMapping("/reports/bridging")
    String bridging(Actor actor, PeriodForm typed, Model model, Locale locale) {
        if (!periods.show(typed, model)) return "reporting/bridging";
        PeriodForm form = periods.orLastTwoYears(typed);
        List<Reports.BridgingMonth> months = reports.bridging(actor, form);
        model.addAttribute("months", months);
        model.addAttribute("charts", pages.bridging(months, form, new Formats(messages, locale)));
        return "reporting/bridging";
    }

    @GetMapping("/reports/bridging.csv")
    ResponseEntity<byte[]> bridgingFile(Actor actor, PeriodForm typed) {
        Csv csv = new Csv(
                "month",
                "people_in_month",
                "people_at_end",
                "user_hours",
                "carer_hours",
                "enablement_carer_hours_displaced");
        for (Reports.BridgingMonth month : reports.bridging(actor, periods.checked(typed))) {
            csv.row(
                    month.month(),
                    month.people(),
                    month.atEnd(),
                    Csv.hours(month.userMinutes()),
                    Csv.hours(month.carerMinutes()),
                    Csv.hours(month.displacedMinutes()));
        }
        return csv.download("bridging-over-time.csv");
    }

    @GetMapping("/reports/bridging/rows")
    String rows(Actor actor, PeriodForm typed, @RequestParam(defaultValue = "") String after, Model model) {
        PeriodForm form = periods.checked(typed);
        List<Reports.BridgingLine> rows = reports.bridgingRows(actor, form, after, Reports.PAGE + 1);
        model.addAttribute("rows", rows.stream().limit(Reports.PAGE).toList());
        model.addAttribute("sum", reports.bridgingSum(actor, form));
        model.addAttribute("filter", form);
        model.addAttribute("open", periods.open(form));
        model.addAttribute("mayOpen", actor.isAny(Role.BROKER, Role.COMMISSIONER));
        model.addAttribute(
                "next", rows.size() > Reports.PAGE ? rows.get(Reports.PAGE - 1).ref() : "");
        return "reporting/bridging-rows";
    }

    @GetMapping("/reports/bridging/rows.csv")
    ResponseEntity<byte[]> rowsFile(Actor actor, PeriodForm typed) {
        Csv csv = new Csv(
                "bridging_ref",
                "package_ref",
                "area",
                "started_on",
                "ended_on",
                "end_reason",
                "user_hours",
                "carer_hours",
                "enablement_carer_hours_displaced",
                "user_minutes",
                "carer_minutes",
                "enablement_carer_minutes_displaced");
        for (Reports.BridgingLine row : reports.bridgingRows(actor, periods.checked(typed), "", 100_000)) {
            csv.row(
                    row.ref(),
                    row.packageRef(),
                    row.nameEn(),
                    row.startedOn(),
                    row.endedOn(),
                    row.endReason(),
                    Csv.hours(row.userMinutes()),
                    Csv.hours(row.carerMinutes()),
                    Csv.hours(row.displacedMinutes()),
                    row.userMinutes(),
                    row.carerMinutes(),
                    row.displacedMinutes());
        }
        return csv.download("bridging-rows.csv");
    }
}
