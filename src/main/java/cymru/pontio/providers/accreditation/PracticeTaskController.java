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

/** The tasks about how the provider works. */
@Controller
@RequestMapping("/accreditation/application")
class PracticeTaskController {
    private final TaskPage page;

    PracticeTaskController(TaskPage page) {
        this.page = page;
    }

    @GetMapping("/policies")
    String policies(Actor actor, Locale locale, Model model) {
        model.addAttribute("form", PoliciesForm.of(page.said(actor).policies()));
        return page.show(actor, Task.POLICIES, locale, model);
    }

    @PostMapping("/policies")
    String save(
            Actor actor,
            @Valid @ModelAttribute("form") PoliciesForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        form.check(errors);
        if (errors.hasErrors()) return page.show(actor, Task.POLICIES, locale, model);
        page.applications().save(actor, form.answers());
        return "redirect:/accreditation/application?done=accreditation.saved";
    }

    @GetMapping("/workforce")
    String workforce(Actor actor, Locale locale, Model model) {
        model.addAttribute("form", WorkforceForm.of(page.said(actor).workforce()));
        return page.show(actor, Task.WORKFORCE, locale, model);
    }

    @PostMapping("/workforce")
    String save(
            Actor actor,
            @Valid @ModelAttribute("form") WorkforceForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        form.check(errors);
        if (errors.hasErrors()) return page.show(actor, Task.WORKFORCE, locale, model);
        page.applications().save(actor, form.answers());
        return "redirect:/accreditation/application?done=accreditation.saved";
    }

    @GetMapping("/welsh")
    String welsh(Actor actor, Locale locale, Model model) {
        model.addAttribute("form", WelshForm.of(page.said(actor).welsh()));
        return page.show(actor, Task.WELSH, locale, model);
    }

    @PostMapping("/welsh")
    String save(
            Actor actor,
            @Valid @ModelAttribute("form") WelshForm form,
            BindingResult errors,
            Locale locale,
            Model model) {
        form.check(page.said(actor).workforce(), errors);
        if (errors.hasErrors()) return page.show(actor, Task.WELSH, locale, model);
        page.applications().save(actor, form.answers());
        return "redirect:/accreditation/application?done=accreditation.saved";
    }
}
