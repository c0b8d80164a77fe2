package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Language;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The link in the mail, and another one. The page asks first: programs that look through mail open links too. */
@Controller
class AddressController {
    private final AddressChecks checks;

    AddressController(AddressChecks checks) {
        this.checks = checks;
    }

    @GetMapping("/join/address/{token}")
    String ask(@PathVariable String token, Model model) {
        model.addAttribute("token", token);
        return "accreditation/address";
    }

    @PostMapping("/join/address/{token}")
    String confirm(@PathVariable String token) {
        checks.confirm(token);
        return "redirect:/sign-in?done=accreditation.addressConfirmed";
    }

    @PostMapping("/accreditation/application/address")
    String again(Actor actor, Locale locale) {
        checks.again(actor, Language.of(locale));
        return "redirect:/accreditation/application?done=accreditation.linkSent";
    }
}
