package cymru.pontio.placements.variations;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.capacity.NotConfirmed;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One variation: what it changes, and everybody's yes or no. */
@Controller
@RequestMapping("/variations/{ref}")
class VariationController {
    private final VariationRecords records;
    private final Answers answers;
    private final Untaken untaken;

    VariationController(VariationRecords records, Answers answers, Untaken untaken) {
        this.records = records;
        this.answers = answers;
        this.untaken = untaken;
    }

    @GetMapping
    String view(Actor actor, @PathVariable VariationRef ref, Model model) {
        model.addAttribute("form", AcceptanceForm.blank());
        return show(actor, ref, model);
    }

    private String show(Actor actor, VariationRef ref, Model model) {
        VariationRecords.View view = records.view(actor, ref);
        model.addAttribute("spare", answers.question(actor, view.variation()));
        model.addAttribute("view", view);
        model.addAttribute("may", answers.may(actor, view.variation()));
        model.addAttribute("untaken", untaken.waitsFor(actor, view.variation()));
        boolean team = actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER);
        boolean desk = actor.isAny(Role.BROKER, Role.COMMISSIONER);
        model.addAttribute("asks", team);
        model.addAttribute("opensPackage", team || desk);
        model.addAttribute("opensPlacement", desk || VariationDesk.ofProvider(actor));
        return "variations/view";
    }

    @PostMapping("/approval")
    String approve(Actor actor, @PathVariable VariationRef ref) {
        answers.approve(actor, ref);
        return "redirect:/variations/{ref}?done=variations.approved";
    }

    @PostMapping("/finance-agreement")
    String finance(Actor actor, @PathVariable VariationRef ref) {
        answers.finance(actor, ref);
        return "redirect:/variations/{ref}?done=variations.financed";
    }

    @PostMapping("/acceptance")
    String accept(
            Actor actor,
            @PathVariable VariationRef ref,
            @Valid @ModelAttribute("form") AcceptanceForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return show(actor, ref, model);
        try {
            answers.accept(actor, ref, form.confirmation());
            return "redirect:/variations/{ref}?done=variations.accepted";
        } catch (NotConfirmed asked) {
            errors.rejectValue("confirmed", form.problem());
            return show(actor, ref, model);
        }
    }

    @GetMapping("/{how:rejection|refusal|cancellation|undoing}")
    String objection(Actor actor, @PathVariable VariationRef ref, @PathVariable String how, Model model) {
        model.addAttribute("form", ReasonForm.blank());
        return objection(actor, ref, Objection.of(how).orElseThrow(NotFound::new), model);
    }

    @PostMapping("/{how:rejection|refusal|cancellation|undoing}")
    String object(
            Actor actor,
            @PathVariable VariationRef ref,
            @PathVariable String how,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        Objection objection = Objection.of(how).orElseThrow(NotFound::new);
        if (errors.hasErrors()) return objection(actor, ref, objection, model);
        answers.object(actor, ref, objection, form.reason());
        return "redirect:/variations/{ref}?done=variations." + objection.word();
    }

    private String objection(Actor actor, VariationRef ref, Objection how, Model model) {
        Variation shown = records.view(actor, ref).variation();
        if (!answers.may(actor, shown).objections().contains(how)) throw new NotFound();
        model.addAttribute("variation", shown);
        model.addAttribute("how", how.word());
        return "variations/objection";
    }
}
