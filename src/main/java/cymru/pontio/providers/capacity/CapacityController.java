package cymru.pontio.providers.capacity;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** A provider says what it has to spare: one page, one row of numbers for each part of the day. */
@Controller
class CapacityController {
    private final Capacities capacities;
    private final CapacityPage page;

    CapacityController(Capacities capacities, CapacityPage page) {
        this.capacities = capacities;
        this.page = page;
    }

    @GetMapping("/capacity")
    String show(Actor actor, Model model, Locale locale) {
        Capacities.View view = capacities.view(actor);
        List<Choice> patches = page.patches(view, locale);
        model.addAttribute("form", CapacityForm.of(view, CapacityPage.codes(patches)));
        return page.show(view, patches, model);
    }

    @PostMapping("/capacity")
    String declare(
            Actor actor,
            @Valid @ModelAttribute("form") CapacityForm typed,
            BindingResult binding,
            Model model,
            Locale locale) {
        Capacities.View view = capacities.view(actor);
        List<Choice> patches = page.patches(view, locale);
        CapacityForm form = typed.inOrder(CapacityPage.codes(patches));
        Errors errors = errors(form, binding, model);
        form.check(view.provider(), view.today(), page.words(patches, locale), errors);
        if (errors.hasErrors()) return page.show(view, patches, model);
        if (capacities.declare(actor, form.toDeclaration(), form.changesSeen()))
            return "redirect:/capacity?done=capacity.declared";
        return moved(form, capacities.view(actor), patches, binding, model);
    }

    @PostMapping("/capacity/repeat")
    String repeat(Actor actor) {
        capacities.repeat(actor);
        return "redirect:/capacity?done=capacity.repeated";
    }

    /** An award took hours, or a colleague declared: the new figures stand beside those that were typed. */
    private String moved(
            CapacityForm form, Capacities.View now, List<Choice> patches, BindingResult binding, Model model) {
        errors(form.seen(now), binding, model).reject("capacity.form.moved");
        return page.show(now, patches, model);
    }

    /** Errors of the rows as the page shows them, which are not always those that were sent. */
    private static Errors errors(CapacityForm form, BindingResult binding, Model model) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        binding.getGlobalErrors().forEach(errors::addError);
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        return errors;
    }
}
