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

/** The tasks about what the provider would do, and where. */
@Controller
@RequestMapping("/accreditation/application")
class ScopeTaskController {
    private final TaskPage page;

    ScopeTaskController(TaskPage page) {
        this.page = page;
    }

    @GetMapping("/services")
    String services(Actor actor, Locale locale, Model model) {
        model.addAttribute("form", ServicesForm.of(page.said(actor).services()));
        return page.show(actor, Task.SERVICES, locale, model);
    }

    @PostMapping("/services")
    String save(
            Actor actor,
            @Valid @ModelAttribute("form") ServicesForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        form.check(errors);
        if (errors.hasErrors()) return page.show(actor, Task.SERVICES, locale, model);
        page.applications().save(actor, form.answers());
        return "redirect:/accreditation/application?done=accreditation.saved";
    }

    @GetMapping("/areas")
    String areas(Actor actor, Locale locale, Model model) {
        model.addAttribute("form", AreasForm.of(page.said(actor).areas()));
        return page.show(actor, Task.AREAS, locale, model);
    }

    @PostMapping("/areas")
    String save(
            Actor actor,
            @Valid @ModelAttribute("form") AreasForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        form.check(page.localities(locale), errors);
        if (errors.hasErrors()) return page.show(actor, Task.AREAS, locale, model);
        page.applications().save(actor, form.answers(page.localities(locale)));
        return "redirect:/accreditation/application?done=accreditation.saved";
    }
}
