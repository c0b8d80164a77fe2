package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A provider’s own application: its task list, handing it in, leaving, and what happened. */
@Controller
@RequestMapping("/accreditation/application")
class ApplicationController {
    private final Applications applications;

    ApplicationController(Applications applications) {
        this.applications = applications;
    }

    record Confirmation(
            @AssertTrue(message = "{accreditation.form.confirm.missing}")
            Boolean confirm) {
        Confirmation(@Nullable Boolean confirm) {
            this.confirm = Boolean.TRUE.equals(confirm);
        }
    }

    @GetMapping
    String tasks(Actor actor, Model model) {
        model.addAttribute("dossier", applications.own(actor));
        model.addAttribute("tasks", Task.values());
        model.addAttribute("addressWaits", applications.addressWaits(actor));
        return "accreditation/application";
    }

    @GetMapping("/history")
    String history(Actor actor, Model model) {
        model.addAttribute("dossier", applications.own(actor));
        model.addAttribute("history", applications.ownHistory(actor));
        return "accreditation/history";
    }

    @GetMapping("/{verb:submission|leaving}")
    String ask(Actor actor, @PathVariable String verb, Model model) {
        model.addAttribute("form", new Confirmation(false));
        return page(actor, verb, model);
    }

    @PostMapping("/submission")
    String submit(Actor actor, @Valid @ModelAttribute("form") Confirmation form, BindingResult errors, Model model) {
        if (errors.hasErrors()) return page(actor, "submission", model);
        applications.apply(actor);
        return "redirect:/accreditation/application?done=accreditation.applied";
    }

    @PostMapping("/leaving")
    String leave(Actor actor, @Valid @ModelAttribute("form") Confirmation form, BindingResult errors, Model model) {
        if (errors.hasErrors()) return page(actor, "leaving", model);
        applications.leave(actor);
        return "redirect:/accreditation/application?done=accreditation.left";
    }

    private String page(Actor actor, String verb, Model model) {
        model.addAttribute(
                "dossier", verb.equals("leaving") ? applications.mayLeave(actor) : applications.mayApply(actor));
        model.addAttribute("verb", verb);
        return "accreditation/confirm";
    }
}
