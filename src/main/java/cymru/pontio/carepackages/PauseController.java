package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Putting a package on hold, taking it up again, withdrawing it. */
@Controller
class PauseController {
    private static final String REASON = "carepackages/reason";
    private static final String WITHDRAWAL = "carepackages/withdrawal";

    private final Decisions decisions;
    private final Overviews overviews;
    private final PackageModel pages;

    PauseController(Decisions decisions, Overviews overviews, PackageModel pages) {
        this.decisions = decisions;
        this.overviews = overviews;
        this.pages = pages;
    }

    @GetMapping("/packages/{ref}/hold")
    String hold(Actor actor, @PathVariable PackageRef ref, @ModelAttribute("form") ReasonForm form, Model model) {
        return show(actor, ref, Step.HOLD, "hold", model);
    }

    @PostMapping("/packages/{ref}/hold")
    String holdNow(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return hold(actor, ref, form, model);
        decisions.hold(actor, ref, form.reason());
        return "redirect:/packages/" + ref + "?done=carepackages.held";
    }

    @GetMapping("/packages/{ref}/resumption")
    String resume(Actor actor, @PathVariable PackageRef ref, @ModelAttribute("form") ReasonForm form, Model model) {
        return show(actor, ref, Step.RESUME, "resumption", model);
    }

    @PostMapping("/packages/{ref}/resumption")
    String resumeNow(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return resume(actor, ref, form, model);
        decisions.resume(actor, ref, form.reason());
        return "redirect:/packages/" + ref + "?done=carepackages.resumed";
    }

    @GetMapping("/packages/{ref}/withdrawal")
    String withdraw(Actor actor, @PathVariable PackageRef ref, @ModelAttribute("form") ChoiceForm form, Model model) {
        show(actor, ref, Step.WITHDRAW, "withdrawal", model);
        model.addAttribute("reasons", pages.formats().choices(WithdrawalReason.values()));
        return WITHDRAWAL;
    }

    @PostMapping("/packages/{ref}/withdrawal")
    String withdrawNow(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            Model model) {
        var reason = Typed.constant(WithdrawalReason.class, form.answer());
        if (reason.isEmpty() && !errors.hasErrors()) errors.rejectValue("answer", "carepackages.form.choice.missing");
        if (errors.hasErrors() || reason.isEmpty()) return withdraw(actor, ref, form, model);
        decisions.withdraw(actor, ref, reason.get());
        return "redirect:/packages/" + ref + "?done=carepackages.withdrawn";
    }

    private String show(Actor actor, PackageRef ref, Step step, String page, Model model) {
        decisions.check(actor, ref, step);
        pages.fill(overviews.overview(actor, ref), model);
        model.addAttribute("page", page);
        return REASON;
    }
}
