package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A provider attests a clause, or takes back what nobody has decided yet. */
@Controller
class AttestationController {
    private final Attestations attestations;
    private final Signatories signatories;
    private final Pledge pledge;

    AttestationController(Attestations attestations, Signatories signatories, Pledge pledge) {
        this.attestations = attestations;
        this.signatories = signatories;
        this.pledge = pledge;
    }

    @GetMapping("/pledge/versions/{number}/clauses/{code}/attestation")
    String ask(Actor actor, @PathVariable int number, @PathVariable String code, Model model) {
        model.addAttribute("form", AttestationForm.blank());
        return page(actor, number, attestations.clause(actor, number, code), model);
    }

    @PostMapping("/pledge/versions/{number}/clauses/{code}/attestation")
    String attest(
            Actor actor,
            @PathVariable int number,
            @PathVariable String code,
            @Valid @ModelAttribute("form") AttestationForm form,
            BindingResult errors,
            Model model) {
        Clause clause = attestations.clause(actor, number, code);
        form.check(clause, pledge.today(), errors);
        if (errors.hasErrors()) return page(actor, number, clause, model);
        attestations.attest(actor, number, code, form.toTerms());
        return "redirect:/pledge?done=pledge.attested";
    }

    @PostMapping("/pledge/attestations/{ref}/return")
    String takeBack(Actor actor, @PathVariable String ref) {
        attestations.takeBack(actor, ref);
        return "redirect:/pledge?done=pledge.takenBack";
    }

    private String page(Actor actor, int number, Clause clause, Model model) {
        model.addAttribute("clause", clause);
        model.addAttribute("number", number);
        model.addAttribute("standing", signatories.own(actor).standing(clause));
        return "pledge/attest";
    }
}
