package cymru.pontio.bridging;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The hours the council's own team can give. */
@Controller
class CapacityController {
    private final Capacity capacity;
    private final MessageSource messages;

    CapacityController(Capacity capacity, MessageSource messages) {
        this.capacity = capacity;
        this.messages = messages;
    }

    @GetMapping("/bridging/capacity")
    String show(Actor actor, Model model, Locale locale) {
        model.addAttribute("form", DeclarationForm.blank());
        return page(capacity.weeks(actor), model, locale);
    }

    @PostMapping("/bridging/capacity")
    String declare(
            Actor actor,
            @Valid @ModelAttribute("form") DeclarationForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        List<InhouseWeek> open = capacity.weeks(actor);
        form.check(errors, open);
        if (errors.hasErrors()) return page(open, model, locale);
        capacity.declare(
                actor,
                form.firstMonday(),
                Typed.minutes(form.weeks()),
                Typed.minutesOfHours(form.available()),
                Typed.minutesOfHours(form.enablement()));
        return "redirect:/bridging/capacity?done=bridging.declared";
    }

    private String page(List<InhouseWeek> weeks, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("weeks", weeks);
        model.addAttribute(
                "mondays",
                weeks.stream()
                        .map(week -> new Choice(week.monday().toString(), formats.longDate(week.monday())))
                        .toList());
        return "bridging/capacity";
    }
}
