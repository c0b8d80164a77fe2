package cymru.pontio.visits;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Tokens for call-monitoring systems: made, shown once, revoked. */
@Controller
class TokenController {
    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/visits/tokens")
    String list(Actor actor, Model model) {
        model.addAttribute("form", TokenForm.blank());
        return show(actor, model);
    }

    /** The only page that ever shows the token: it is in no address and is asked for by no second request. */
    @PostMapping("/visits/tokens")
    String make(Actor actor, @Valid @ModelAttribute("form") TokenForm form, BindingResult errors, Model model) {
        if (errors.hasErrors()) return show(actor, model);
        model.addAttribute("token", tokens.make(actor, form.name()));
        return "visits/token";
    }

    @PostMapping("/visits/tokens/{id}/revocation")
    String revoke(Actor actor, @PathVariable UUID id) {
        tokens.revoke(actor, id);
        return "redirect:/visits/tokens?done=visits.tokenRevoked";
    }

    private String show(Actor actor, Model model) {
        model.addAttribute("tokens", tokens.list(actor));
        model.addAttribute("most", Tokens.CALLS_A_MINUTE);
        return "visits/tokens";
    }
}
