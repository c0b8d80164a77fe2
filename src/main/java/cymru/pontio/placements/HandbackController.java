package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The provider gives care back. */
@Controller
@RequestMapping("/placements/{ref}/handback")
class HandbackController {
    private final Endings endings;
    private final MessageSource messages;

    HandbackController(Endings endings, MessageSource messages) {
        this.endings = endings;
        this.messages = messages;
    }

    @GetMapping
    String form(Actor actor, @PathVariable PlacementRef ref, Model model, Locale locale) {
        Endings.Bounds bounds = bounds(actor, ref);
        model.addAttribute("form", HandbackForm.of(bounds));
        return page(bounds, model, locale);
    }

    @PostMapping
    String handBack(
            Actor actor,
            @PathVariable PlacementRef ref,
            @Valid @ModelAttribute("form") HandbackForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Endings.Bounds bounds = bounds(actor, ref);
        form.check(bounds, errors);
        if (errors.hasErrors()) return page(bounds, model, locale);
        endings.handBack(actor, ref, HandbackReason.valueOf(form.reason()), form.note(), form.lastDay());
        return "redirect:/placements/{ref}?done=placements.handedBack";
    }

    private Endings.Bounds bounds(Actor actor, PlacementRef ref) {
        actor.must(Role.PROVIDER_MANAGER);
        return endings.bounds(actor, ref);
    }

    private String page(Endings.Bounds bounds, Model model, Locale locale) {
        model.addAttribute("bounds", bounds);
        model.addAttribute("reasons", new Formats(messages, locale).choices(HandbackReason.values()));
        return "placements/handback";
    }
}
