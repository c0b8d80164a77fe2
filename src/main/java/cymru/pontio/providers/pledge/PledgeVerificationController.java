package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.accreditation.Proofs;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a provider attests, for itself and for the council, where a commissioner accepts or queries it. */
@Controller
class PledgeVerificationController {
    private final PledgeVerification verification;
    private final Proofs proofs;

    PledgeVerificationController(PledgeVerification verification, Proofs proofs) {
        this.verification = verification;
        this.proofs = proofs;
    }

    @GetMapping("/pledge/attestations/{ref}")
    String view(Actor actor, @PathVariable String ref, Model model) {
        return page(actor, ref, model);
    }

    @PostMapping("/pledge/attestations/{ref}/acceptance")
    String accept(Actor actor, @PathVariable String ref) {
        verification.accept(actor, ref);
        return "redirect:/pledge?done=pledge.accepted";
    }

    @PostMapping("/pledge/attestations/{ref}/query")
    String query(
            Actor actor,
            @PathVariable String ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, ref, model);
        verification.query(actor, ref, form.reason());
        return "redirect:/pledge?done=pledge.queried";
    }

    private String page(Actor actor, String ref, Model model) {
        Attestation one = verification.view(actor, ref);
        boolean decides = actor.is(Role.COMMISSIONER) && one.status() == AttestationStatus.WAITING;
        model.addAttribute("one", one);
        model.addAttribute("files", proofs.about(one.ref()));
        model.addAttribute("council", !actor.ofProvider());
        model.addAttribute("opens", actor.is(Role.COMMISSIONER) || actor.is(Role.PROVIDER_MANAGER));
        model.addAttribute("decides", decides);
        // A page without the form must not offer it to the language switch either.
        if (decides && !model.containsAttribute("form")) model.addAttribute("form", ReasonForm.blank());
        return "pledge/attestation";
    }
}
