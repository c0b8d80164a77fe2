package cymru.pontio.providers.accreditation;

import cymru.pontio.site.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** Registering an organisation, open to anybody at any time. */
@Controller
class JoinController {
    private final Joining joining;

    JoinController(Joining joining) {
        this.joining = joining;
    }

    @GetMapping("/join")
    String ask(Model model) {
        model.addAttribute("form", JoinForm.blank());
        return "accreditation/join";
    }

    @PostMapping("/join")
    String join(@Valid @ModelAttribute("form") JoinForm form, BindingResult errors, HttpServletRequest request) {
        form.check(errors);
        if (errors.hasErrors()) return "accreditation/join";
        if (!joining.join(form.newcomer(Language.of(request)), request.getRemoteAddr())) {
            errors.reject("accreditation.join.tooMany");
            return "accreditation/join";
        }
        return "redirect:/sign-in?done=accreditation.joined";
    }
}
