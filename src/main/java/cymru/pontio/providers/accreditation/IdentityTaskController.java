package cymru.pontio.providers.accreditation;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The tasks about who the provider is. */
@Controller
@RequestMapping("/accreditation/application")
class IdentityTaskController {
    private final TaskPage page;

    IdentityTaskController(TaskPage page) {
        this.page = page;
    }

    @GetMapping("/organisation")
    String organisation(Actor actor, Locale locale, Model model) {
        model.addAttribute("form", OrganisationForm.of(page.said(actor).organisation(), actor.organisationName()));
        return page.show(actor, Task.ORGANISATION, locale, model);
    }

    @PostMapping("/organisation")
    String save(
            Actor actor,
            @Valid @ModelAttribute("form") OrganisationForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        if (errors.hasErrors()) return page.show(actor, Task.ORGANISATION, locale, model);
        page.applications().save(actor, form.answers());
        return "redirect:/accreditation/application?done=accreditation.saved";
    }

    @GetMapping("/registration")
    String registration(Actor actor, Locale locale, Model model) {
        model.addAttribute("form", RegistrationForm.of(page.said(actor).registration()));
        return page.show(actor, Task.REGISTRATION, locale, model);
    }

    @PostMapping("/registration")
    String save(
            Actor actor,
            @Valid @ModelAttribute("form") RegistrationForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        form.check(page.regulator(), errors);
        if (errors.hasErrors()) return page.show(actor, Task.REGISTRATION, locale, model);
        page.applications().save(actor, form.answers(page.regulator()));
        return "redirect:/accreditation/application?done=accreditation.saved";
    }
}
