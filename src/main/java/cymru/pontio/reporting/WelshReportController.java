package cymru.pontio.reporting;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Welsh wanted and Welsh spoken, as a page and as a file. */
@Controller
class WelshReportController {
    private final WelshReport report;

    WelshReportController(WelshReport report) {
        this.report = report;
    }

    @GetMapping("/reports/welsh")
    String welsh(Actor actor, Model model) {
        model.addAttribute("lines", report.lines(actor));
        return "reporting/welsh";
    }

    @GetMapping("/reports/welsh.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        Csv csv = new Csv(
                "area",
                "area_cy",
                "people_needing",
                "people_preferring",
                "people_waiting",
                "workers",
                "speakers",
                "learners",
                "providers_with_speakers");
        for (WelshReport.Line line : report.lines(actor))
            csv.row(
                    line.nameEn(),
                    line.nameCy(),
                    line.needing(),
                    line.preferring(),
                    line.waiting(),
                    line.workers(),
                    line.speakers(),
                    line.learners(),
                    line.providers());
        return csv.download("welsh-by-area.csv");
    }
}
