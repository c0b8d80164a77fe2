package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.CareService;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** How people who look for care find this provider. */
@Controller
class ContactController {
    private final PublicEntries entries;

    ContactController(PublicEntries entries) {
        this.entries = entries;
    }

    @GetMapping("/capacity/contact")
    String show(Actor actor, Model model) {
        model.addAttribute("form", ContactForm.of(entries.own(actor)));
        return page(actor, model);
    }

    @PostMapping("/capacity/contact")
    String change(Actor actor, @Valid @ModelAttribute("form") ContactForm form, BindingResult errors, Model model) {
        if (errors.hasErrors()) return page(actor, model);
        entries.change(actor, form.toEntry());
        return "redirect:/capacity/contact?done=capacity.contact";
    }

    private static String page(Actor actor, Model model) {
        model.addAttribute("services", CareService.values());
        model.addAttribute("mayChange", actor.is(Role.PROVIDER_MANAGER));
        return "capacity/contact";
    }
}
