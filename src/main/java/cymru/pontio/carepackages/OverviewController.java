package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.PackageTabs;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A package: the task list while it is written, then everything about it, and what happened to it. */
@Controller
class OverviewController {
    private static final int PREVIEW = 3;

    private final Overviews overviews;
    private final Decisions decisions;
    private final PackageModel pages;
    private final PackageTimeline timeline;
    private final PackageTabs tabs;

    OverviewController(
            Overviews overviews, Decisions decisions, PackageModel pages, PackageTimeline timeline, PackageTabs tabs) {
        this.overviews = overviews;
        this.decisions = decisions;
        this.pages = pages;
        this.timeline = timeline;
        this.tabs = tabs;
    }

    @GetMapping("/packages/{ref}")
    String overview(Actor actor, @PathVariable PackageRef ref, Model model) {
        Overviews.Story story = overviews.story(actor, ref);
        Overviews.Overview overview = story.overview();
        List<Overviews.Happening> history = story.history();
        pages.fill(overview, model);
        model.addAttribute("steps", Steps.of(actor, overview));
        model.addAttribute(
                "timeline", timeline.of(history).stream().limit(PREVIEW).toList());
        if (overview.ownTeam() && overview.view().may(Step.EDIT)) {
            model.addAttribute(
                    "returned",
                    history.stream()
                            .filter(one -> one.status() != null)
                            .findFirst()
                            .orElse(null));
            model.addAttribute("tasks", timeline.tasks(overview.view(), decisions.missing(actor, ref)));
            return "carepackages/tasks";
        }
        model.addAttribute("bridgingToAsk", overviews.bridgingToAsk(actor, overview));
        model.addAttribute("tabs", tabs.of(actor, ref.value(), "carepackages.tab.overview"));
        return "carepackages/overview";
    }

    @GetMapping("/packages/{ref}/history")
    String history(Actor actor, @PathVariable PackageRef ref, Model model) {
        Overviews.Story story = overviews.story(actor, ref);
        pages.fill(story.overview(), model);
        model.addAttribute("timeline", timeline.of(story.history()));
        model.addAttribute("tabs", tabs.of(actor, ref.value(), "carepackages.tab.history"));
        return "carepackages/history";
    }
}
