package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The task lists of due diligence and of the quality framework. */
@Controller
class CheckController {
    private final Register register;
    private final Checks checks;
    private final MicroModel model;

    CheckController(Register register, Checks checks, MicroModel model) {
        this.register = register;
        this.checks = checks;
        this.model = model;
    }

    /** A micro-enterprise reads its own; only the council records. */
    @GetMapping("/micro-enterprises/{ref}/checks")
    String list(Actor actor, @PathVariable MicroRef ref, Model page, Locale locale) {
        Checklist list = checks.of(actor, ref);
        page.addAttribute("micro", register.view(actor, ref));
        page.addAttribute("list", list);
        page.addAttribute("council", Shelf.ofCouncil(actor));
        page.addAttribute("dueDiligence", model.tasks(ref, list, Part.DUE_DILIGENCE, locale));
        page.addAttribute("quality", model.tasks(ref, list, Part.QUALITY, locale));
        return "microenterprises/checks";
    }

    @GetMapping("/micro-enterprises/{ref}/checks/{item}")
    String ask(Actor actor, @PathVariable MicroRef ref, @PathVariable String item, Model page, Locale locale) {
        page.addAttribute("form", CheckForm.blank(checks.of(actor, ref).today()));
        return page(actor, ref, Item.at(item), page, locale);
    }

    @PostMapping("/micro-enterprises/{ref}/checks/{item}")
    String record(
            Actor actor,
            @PathVariable MicroRef ref,
            @PathVariable String item,
            @Valid @ModelAttribute("form") CheckForm form,
            BindingResult errors,
            Model page,
            Locale locale) {
        form.check(Item.at(item), checks.of(actor, ref).today(), errors);
        if (errors.hasErrors()) return page(actor, ref, Item.at(item), page, locale);
        checks.record(actor, ref, Item.at(item), form.toFound());
        return "redirect:/micro-enterprises/{ref}/checks?done=microenterprises.checked";
    }

    private String page(Actor actor, MicroRef ref, Item item, Model page, Locale locale) {
        page.addAttribute("micro", register.view(actor, ref));
        page.addAttribute("item", item);
        page.addAttribute("outcomes", model.outcomes(item, locale));
        page.addAttribute("history", model.checked(checks.history(actor, ref, item), locale));
        return "microenterprises/check";
    }
}
