package cymru.pontio.matching.runs;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Csv;
import cymru.pontio.site.Formats;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Runs that the waiting list would make. */
@Controller
class RunController {
    private final Runs runs;
    private final Areas areas;
    private final MessageSource messages;

    RunController(Runs runs, Areas areas, MessageSource messages) {
        this.runs = runs;
        this.areas = areas;
        this.messages = messages;
    }

    /** Beyond which packages are no run; said on the page. */
    record Limits(int leg, int idle, int percent, int most, int tried) {
        static final Limits NOW = new Limits(
                RunSearch.MOST_LEG,
                RunSearch.MOST_IDLE,
                RunSearch.MOST_TRAVEL_PERCENT,
                RunSearch.MOST_PACKAGES,
                RunSearch.MOST_TRIED);
    }

    @GetMapping("/waiting-list/runs")
    String list(Actor actor, Model model, Locale locale) {
        Runs.Suggested suggested = runs.ofWaitingList(actor);
        model.addAttribute("suggested", suggested);
        model.addAttribute("runs", suggested.found().runs());
        List<Alone> alone = suggested.found().alone();
        List<Alone> open =
                alone.stream().filter(one -> one.why() != Alone.Why.UNDER_WAY).toList();
        model.addAttribute("alone", open);
        model.addAttribute("underWay", alone.size() - open.size());
        model.addAttribute("limits", Limits.NOW);
        model.addAttribute("words", new RunWords(new Formats(messages, locale), areas));
        return "runs/list";
    }

    @GetMapping("/waiting-list/runs.csv")
    ResponseEntity<byte[]> file(Actor actor) {
        Csv csv = new Csv(
                "run",
                "package_ref",
                "area",
                "waits",
                "days_waiting",
                "user_hours_a_week",
                "carer_hours_a_week",
                "run_travel_minutes_a_week",
                "run_travel_percent",
                "alone_because");
        RunSearch.Found found = runs.ofWaitingList(actor).found();
        List<Run> all = found.runs();
        for (int i = 0; i < all.size(); i++) {
            Run run = all.get(i);
            for (Waiting one : run.packages()) row(csv, i + 1, one, run.travelMinutes(), run.travelPercent(), null);
        }
        for (Alone one : found.alone()) row(csv, null, one.waiting(), null, null, one.why());
        return csv.download("runs.csv");
    }

    private static void row(
            Csv csv,
            @Nullable Integer run,
            Waiting one,
            @Nullable Integer travel,
            @Nullable Integer percent,
            Alone.@Nullable Why why) {
        csv.row(
                run,
                one.ref(),
                one.area(),
                one.status(),
                one.days(),
                Csv.hours(one.userMinutes()),
                Csv.hours(one.workerMinutes()),
                travel,
                percent,
                why);
    }
}
