package cymru.pontio.providers.capacity;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a provider declared and what was taken of it. */
@Controller
class HistoryController {
    private final History history;
    private final Areas areas;

    HistoryController(History history, Areas areas) {
        this.history = history;
        this.areas = areas;
    }

    @GetMapping("/capacity/history")
    String list(Actor actor, @RequestParam(defaultValue = "") String after, Model model) {
        List<History.Entry> entries = history.page(actor, after);
        model.addAttribute("entries", entries.stream().limit(History.PAGE).toList());
        model.addAttribute(
                "next",
                entries.size() > History.PAGE ? entries.get(History.PAGE - 1).next() : "");
        return "capacity/history";
    }

    @GetMapping("/capacity/history.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        Csv csv = new Csv(
                "at",
                "what",
                "by",
                "valid_until",
                "award",
                "user_hours_a_week_one_worker",
                "user_hours_a_week_two_workers",
                "more_than_declared_confirmed",
                "given_back_at");
        for (History.Entry entry : history.all(actor))
            csv.row(
                    entry.at(),
                    entry.kind(),
                    entry.byName(),
                    entry.validUntil(),
                    entry.award(),
                    Csv.hours(entry.oneWorker()),
                    Csv.hours(entry.twoWorkers()),
                    entry.overDeclared(),
                    entry.givenBack());
        return csv.download("spare-hours.csv");
    }

    @GetMapping("/capacity/history/{declaration}")
    String declaration(Actor actor, @PathVariable String declaration, Model model) {
        model.addAttribute("entry", history.declaration(actor, declaration));
        model.addAttribute("lines", history.lines(actor, declaration));
        Map<String, Locality> places = areas.all().stream().collect(Collectors.toMap(Locality::code, one -> one));
        model.addAttribute("places", places);
        return "capacity/declaration";
    }
}
