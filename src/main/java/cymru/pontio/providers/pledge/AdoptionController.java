package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A drafted version is proposed by who wrote it and decided by another. */
@Controller
class AdoptionController {
    private final PledgeVersions versions;
    private final Pledge pledge;

    AdoptionController(PledgeVersions versions, Pledge pledge) {
        this.versions = versions;
        this.pledge = pledge;
    }

    @PostMapping("/pledge/versions/{number}/proposal")
    String propose(Actor actor, @PathVariable int number) {
        versions.propose(actor, number);
        return "redirect:/pledge/versions/{number}?done=pledge.proposed";
    }

    @PostMapping("/pledge/versions/{number}/adoption")
    String adopt(Actor actor, @PathVariable int number) {
        versions.adopt(actor, number);
        return "redirect:/pledge/versions/{number}?done=pledge.adopted";
    }

    @PostMapping("/pledge/versions/{number}/refusal")
    String refuse(
            Actor actor,
            @PathVariable int number,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) {
            Version version = versions.view(actor, number);
            model.addAttribute("version", version);
            model.addAttribute("now", pledge.inForce().number());
            model.addAttribute("decides", version.decidableBy(actor));
            model.addAttribute("own", false);
            model.addAttribute("attests", false);
            return "pledge/version";
        }
        versions.refuse(actor, number, form.reason());
        return "redirect:/pledge/versions/{number}?done=pledge.turnedDown";
    }
}
