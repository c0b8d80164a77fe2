package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.people.PersonId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All answers on one page, then away to the manager. */
@Controller
class SubmissionController {
    private final Decisions decisions;
    private final Overviews overviews;
    private final PackageModel pages;

    SubmissionController(Decisions decisions, Overviews overviews, PackageModel pages) {
        this.decisions = decisions;
        this.overviews = overviews;
        this.pages = pages;
    }

    @GetMapping("/packages/{ref}/check")
    String check(Actor actor, @PathVariable PackageRef ref, Model model) {
        overviews.forWriting(actor, ref);
        show(actor, ref, decisions.missing(actor, ref), model);
        return "carepackages/check";
    }

    @PostMapping("/packages/{ref}/submission")
    String submit(
            Actor actor,
            @PathVariable PackageRef ref,
            @RequestParam(defaultValue = "") String stamp,
            Model model,
            HttpServletResponse response) {
        List<Missing> missing = decisions.submit(actor, ref, Stamp.seen(stamp));
        if (missing.isEmpty()) return "redirect:/packages/" + ref + "?done=carepackages.submitted";
        show(actor, ref, missing, model);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "carepackages/check";
    }

    private void show(Actor actor, PackageRef ref, List<Missing> missing, Model model) {
        Overviews.Overview overview = overviews.overview(actor, ref);
        PersonId person = overview.view().plan().person();
        pages.fill(overview, model);
        model.addAttribute("missing", missing);
        model.addAttribute("others", person == null ? List.of() : overviews.othersFor(actor, ref, person));
    }
}
