package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A provider answers what the council asked. */
@Controller
@RequestMapping("/accreditation/application/answer")
class AnswerController {
    private final Applications applications;

    AnswerController(Applications applications) {
        this.applications = applications;
    }

    @GetMapping
    String ask(Actor actor, @RequestParam UUID query, Model model) {
        model.addAttribute("form", TextForm.blank());
        return page(actor, query, model);
    }

    @PostMapping
    String answer(
            Actor actor,
            @RequestParam UUID query,
            @Valid @ModelAttribute("form") TextForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, query, model);
        applications.answer(actor, query, form.text());
        return "redirect:/accreditation/application?done=accreditation.answered";
    }

    private String page(Actor actor, UUID query, Model model) {
        model.addAttribute("query", applications.query(actor, query));
        return "accreditation/answer";
    }
}
