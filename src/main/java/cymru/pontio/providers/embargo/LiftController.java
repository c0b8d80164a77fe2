package cymru.pontio.providers.embargo;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One commissioner proposes to lift an embargo, another agrees or says no. */
@Controller
class LiftController {
    private final Embargoes embargoes;
    private final EmbargoLifting lifting;

    LiftController(Embargoes embargoes, EmbargoLifting lifting) {
        this.embargoes = embargoes;
        this.lifting = lifting;
    }

    @ModelAttribute("embargo")
    EmbargoView embargo(Actor actor, @PathVariable EmbargoRef ref) {
        return embargoes.view(actor, ref);
    }

    @GetMapping("/embargoes/{ref}/lift")
    String ask(@ModelAttribute(name = "embargo", binding = false) EmbargoView embargo, Model model) {
        embargo.mayBeProposed();
        model.addAttribute("form", WhyForm.blank());
        return "embargo/lift";
    }

    @PostMapping("/embargoes/{ref}/lift")
    String propose(
            Actor actor,
            @PathVariable EmbargoRef ref,
            @Valid @ModelAttribute("form") WhyForm form,
            BindingResult errors) {
        if (errors.hasErrors()) return "embargo/lift";
        lifting.ask(actor, ref, form.why());
        return "redirect:/embargoes/{ref}?done=embargo.liftAsked";
    }

    @PostMapping("/embargoes/{ref}/lift/approval")
    String approve(Actor actor, @PathVariable EmbargoRef ref) {
        lifting.approve(actor, ref);
        return "redirect:/embargoes/{ref}?done=embargo.lifted";
    }

    @GetMapping("/embargoes/{ref}/lift/refusal")
    String refusal(@ModelAttribute(name = "embargo", binding = false) EmbargoView embargo, Model model) {
        embargo.mayBeRefused();
        model.addAttribute("form", WhyForm.blank());
        return "embargo/refusal";
    }

    @PostMapping("/embargoes/{ref}/lift/refusal")
    String refuse(
            Actor actor,
            @PathVariable EmbargoRef ref,
            @Valid @ModelAttribute("form") WhyForm form,
            BindingResult errors) {
        if (errors.hasErrors()) return "embargo/refusal";
        lifting.refuse(actor, ref, form.why());
        return "redirect:/embargoes/{ref}?done=embargo.liftRefused";
    }
}
