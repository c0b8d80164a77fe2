package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A step through the register, with its reason. */
@Controller
class StepController {
    private static final String PATH = "/micro-enterprises/{ref}/{verb:due-diligence|listing|pause|ending}";

    private final Register register;

    StepController(Register register) {
        this.register = register;
    }

    @GetMapping(PATH)
    String ask(Actor actor, @PathVariable MicroRef ref, @PathVariable String verb, Model page) {
        page.addAttribute("form", new ReasonForm(""));
        return page(actor, ref, verb, page);
    }

    @PostMapping(PATH)
    String step(
            Actor actor,
            @PathVariable MicroRef ref,
            @PathVariable String verb,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model page) {
        if (errors.hasErrors()) return page(actor, ref, verb, page);
        register.step(actor, ref, Verb.at(verb), form.reason());
        return "redirect:/micro-enterprises/{ref}?done=microenterprises." + verb;
    }

    private String page(Actor actor, MicroRef ref, String verb, Model page) {
        page.addAttribute("micro", register.mayStep(actor, ref, Verb.at(verb)));
        page.addAttribute("verb", Verb.at(verb));
        return "microenterprises/step";
    }
}
