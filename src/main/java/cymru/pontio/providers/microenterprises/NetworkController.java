package cymru.pontio.providers.microenterprises;

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
import org.springframework.web.bind.annotation.RequestMapping;

/** Networks of micro-enterprises: all of them, a new one, one of them. */
@Controller
@RequestMapping("/micro-enterprises/networks")
class NetworkController {
    private final Networks networks;

    NetworkController(Networks networks) {
        this.networks = networks;
    }

    @GetMapping
    String list(Actor actor, Model page) {
        page.addAttribute("networks", networks.all(actor));
        return "microenterprises/networks";
    }

    @GetMapping("/new")
    String ask(Model page) {
        page.addAttribute("form", new NetworkForm(""));
        return "microenterprises/network-new";
    }

    @PostMapping
    String found(Actor actor, @Valid @ModelAttribute("form") NetworkForm form, BindingResult errors) {
        if (networks.taken(actor, form.name())) errors.rejectValue("name", "microenterprises.error.networkName");
        if (errors.hasErrors()) return "microenterprises/network-new";
        return "redirect:/micro-enterprises/networks/" + networks.found(actor, form.name())
                + "?done=microenterprises.founded";
    }

    @GetMapping("/{id}")
    String view(Actor actor, @PathVariable UUID id, Model page) {
        page.addAttribute("network", networks.view(actor, id));
        page.addAttribute("today", networks.today());
        return "microenterprises/network";
    }
}
