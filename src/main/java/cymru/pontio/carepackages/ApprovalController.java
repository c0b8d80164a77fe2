package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The manager's decision, and the broker's way back to the social worker. */
@Controller
class ApprovalController {
    private static final String APPROVAL = "carepackages/approval";
    private static final String RETURN = "carepackages/return";

    private final Decisions decisions;
    private final Overviews overviews;
    private final PackageModel pages;

    ApprovalController(Decisions decisions, Overviews overviews, PackageModel pages) {
        this.decisions = decisions;
        this.overviews = overviews;
        this.pages = pages;
    }

    @GetMapping("/packages/{ref}/approval")
    String show(Actor actor, @PathVariable PackageRef ref, Model model) {
        Decisions.Prospect prospect = decisions.prospect(actor, ref);
        pages.fill(overviews.overview(actor, ref), model);
        model.addAttribute("prospect", prospect);
        model.addAttribute("limit", actor.approvalLimit());
        return APPROVAL;
    }

    @PostMapping("/packages/{ref}/approval")
    String approve(
            Actor actor,
            @PathVariable PackageRef ref,
            @RequestParam(defaultValue = "") String stamp,
            Model model,
            HttpServletResponse response) {
        if (decisions.approve(actor, ref, Stamp.seen(stamp)) instanceof Approval.Approved)
            return "redirect:/packages/" + ref + "?done=carepackages.approved";
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(actor, ref, model);
    }

    @GetMapping("/packages/{ref}/return")
    String why(Actor actor, @PathVariable PackageRef ref, @ModelAttribute("form") ReasonForm form, Model model) {
        decisions.check(actor, ref, Step.RETURN);
        Overviews.Overview overview = overviews.overview(actor, ref);
        pages.fill(overview, model);
        model.addAttribute("stamp", overview.view().stamp());
        return RETURN;
    }

    @PostMapping("/packages/{ref}/return")
    String giveBack(
            Actor actor,
            @PathVariable PackageRef ref,
            @RequestParam(defaultValue = "") String stamp,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) {
            why(actor, ref, form, model);
            model.addAttribute("stamp", stamp);
            return RETURN;
        }
        decisions.giveBack(actor, ref, Stamp.seen(stamp), form.reason());
        return "redirect:/packages?done=carepackages.returned";
    }
}
