package cymru.pontio.providers.pledge;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A commissioner takes a level away. */
@Controller
class PledgeWithdrawalController {
    private final PledgeWithdrawals withdrawals;
    private final Signatories signatories;

    PledgeWithdrawalController(PledgeWithdrawals withdrawals, Signatories signatories) {
        this.withdrawals = withdrawals;
        this.signatories = signatories;
    }

    @ModelAttribute("view")
    Signatory signatory(Actor actor, @PathVariable String ref) {
        return signatories.view(actor, ref);
    }

    @ModelAttribute("levels")
    Level[] levels(@ModelAttribute(name = "view", binding = false) Signatory view) {
        return view.held().toArray(Level[]::new);
    }

    @ModelAttribute("reasons")
    WithdrawalReason[] reasons() {
        return WithdrawalReason.values();
    }

    @GetMapping("/pledge/providers/{ref}/withdrawal")
    String ask(@ModelAttribute(name = "view", binding = false) Signatory view, Model model) {
        if (view.held().isEmpty()) throw new RuleBroken("pledge.error.notHeld");
        model.addAttribute("form", WithdrawalForm.blank());
        return "pledge/withdrawal";
    }

    @PostMapping("/pledge/providers/{ref}/withdrawal")
    String withdraw(
            Actor actor,
            @PathVariable String ref,
            @ModelAttribute(name = "view", binding = false) Signatory view,
            @Valid @ModelAttribute("form") WithdrawalForm form,
            BindingResult errors) {
        form.check(view, errors);
        if (errors.hasErrors()) return "pledge/withdrawal";
        withdrawals.withdraw(actor, ref, form.toTerms());
        return "redirect:/pledge/providers/{ref}?done=pledge.withdrawn";
    }
}
