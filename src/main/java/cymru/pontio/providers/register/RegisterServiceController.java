package cymru.pontio.providers.register;

import cymru.pontio.kernel.Actor;
import cymru.pontio.providers.ProviderView;
import cymru.pontio.providers.Providers;
import cymru.pontio.site.Choice;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The services in the register, and which provider each belongs to. */
@Controller
class RegisterServiceController {
    private final Register register;
    private final Providers providers;

    RegisterServiceController(Register register, Providers providers) {
        this.register = register;
        this.providers = providers;
    }

    record LinkForm(
            @NotBlank(message = "{register.link.missing}") String provider) {
        LinkForm(@Nullable String provider) {
            this.provider = provider == null ? "" : provider;
        }
    }

    @GetMapping("/register-imports/services")
    String list(Actor actor, @ModelAttribute("filter") EntryFilter filter, Model model) {
        List<RatedService> rows = register.list(actor, filter);
        boolean more = rows.size() > Register.PAGE;
        List<RatedService> page = more ? rows.subList(0, Register.PAGE) : rows;
        model.addAttribute("rows", page);
        model.addAttribute(
                "next", more ? page.getLast().regulator() + ":" + page.getLast().registration() : null);
        model.addAttribute("states", EntryFilter.STATES);
        return "register/services";
    }

    @GetMapping("/register-imports/services/{regulator}/{registration}")
    String one(Actor actor, @PathVariable Regulator regulator, @PathVariable String registration, Model model) {
        RatedService service = register.service(actor, regulator, registration);
        ProviderView linked = service.provider() == null ? null : providers.view(service.provider());
        model.addAttribute("form", new LinkForm(linked == null ? null : linked.ref()));
        return page(service, model);
    }

    @PostMapping("/register-imports/services/{regulator}/{registration}/link")
    String link(
            Actor actor,
            @PathVariable Regulator regulator,
            @PathVariable String registration,
            @Valid @ModelAttribute("form") LinkForm form,
            BindingResult errors,
            Model model) {
        RatedService service = register.service(actor, regulator, registration);
        if (choices().stream().noneMatch(one -> one.value().equals(form.provider())) && !errors.hasErrors())
            errors.rejectValue("provider", "register.link.missing");
        if (errors.hasErrors()) return page(service, model);
        register.link(actor, regulator, registration, form.provider());
        return "redirect:/register-imports/services/{regulator}/{registration}?done=register.linked";
    }

    @PostMapping("/register-imports/services/{regulator}/{registration}/unlink")
    String unlink(Actor actor, @PathVariable Regulator regulator, @PathVariable String registration) {
        register.unlink(actor, regulator, registration);
        return "redirect:/register-imports/services/{regulator}/{registration}?done=register.unlinked";
    }

    private String page(RatedService service, Model model) {
        model.addAttribute("service", service);
        model.addAttribute("providers", choices());
        model.addAttribute("linked", service.provider() == null ? null : providers.view(service.provider()));
        return "register/service";
    }

    private List<Choice> choices() {
        return providers.all().stream()
                .map(one -> new Choice(one.ref(), one.name() + " · " + one.ref()))
                .toList();
    }
}
