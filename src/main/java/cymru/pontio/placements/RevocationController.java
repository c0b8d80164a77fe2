package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Taking an award back. */
@Controller
@RequestMapping("/awards/{ref}/revocation")
class RevocationController {
    private final Revocations revocations;
    private final Awards awards;

    RevocationController(Revocations revocations, Awards awards) {
        this.revocations = revocations;
        this.awards = awards;
    }

    @GetMapping
    String form(Actor actor, @PathVariable AwardRef ref, Model model) {
        model.addAttribute("form", ReasonForm.blank());
        return page(actor, ref, model);
    }

    @PostMapping
    String ask(
            Actor actor,
            @PathVariable AwardRef ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, ref, model);
        revocations.ask(actor, ref, form.reason());
        return "redirect:/awards/{ref}?done=placements.revocationAsked";
    }

    @PostMapping("/approval")
    String approve(Actor actor, @PathVariable AwardRef ref) {
        revocations.approve(actor, ref);
        return "redirect:/awards/{ref}?done=placements.revoked";
    }

    @PostMapping("/refusal")
    String refuse(Actor actor, @PathVariable AwardRef ref) {
        revocations.refuse(actor, ref);
        return "redirect:/awards/{ref}?done=placements.kept";
    }

    private String page(Actor actor, AwardRef ref, Model model) {
        actor.must(Role.COMMISSIONER);
        AwardView award = awards.view(actor, ref);
        revocations.mustBeOpenTo(actor, ref);
        model.addAttribute("ask", "revocation");
        model.addAttribute("subject", award.ref() + " · " + award.providerName());
        model.addAttribute("action", "/awards/" + ref + "/revocation");
        model.addAttribute("back", "/awards/" + ref);
        return "placements/reason";
    }
}
