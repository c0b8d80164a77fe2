package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.providers.capacity.NotConfirmed;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A provider's offers and its answers to them. */
@Controller
@RequestMapping("/offers")
class OfferController {
    private final Offers offers;
    private final Places places;

    OfferController(Offers offers, Places places) {
        this.offers = offers;
        this.places = places;
    }

    @GetMapping("/{ref}")
    String view(Actor actor, @PathVariable AwardRef ref, Model model, Locale locale) {
        return offer(actor, ref, model, locale);
    }

    @PostMapping("/{ref}/acceptance")
    String accept(
            Actor actor,
            @PathVariable AwardRef ref,
            @Valid @ModelAttribute("form") AcceptanceForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        if (errors.hasErrors()) return offer(actor, ref, model, locale);
        try {
            return "redirect:/placements/" + offers.accept(actor, ref, form.confirmation())
                    + "?done=placements.accepted";
        } catch (NotConfirmed asked) {
            errors.rejectValue("confirmed", form.problem());
            return offer(actor, ref, model, locale);
        }
    }

    @GetMapping("/{ref}/refusal")
    String refusal(Actor actor, @PathVariable AwardRef ref, Model model) {
        model.addAttribute("form", ReasonForm.blank());
        return page(actor, ref, model);
    }

    @PostMapping("/{ref}/refusal")
    String refuse(
            Actor actor,
            @PathVariable AwardRef ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(actor, ref, model);
        offers.refuse(actor, ref, form.reason());
        return "redirect:/offers/{ref}?done=placements.declined";
    }

    private String offer(Actor actor, AwardRef ref, Model model, Locale locale) {
        OfferView offer = offers.view(actor, ref);
        if (!model.containsAttribute("form")) model.addAttribute("form", AcceptanceForm.blank());
        model.addAttribute("offer", offer);
        model.addAttribute("mayAnswer", actor.isAny(Role.PROVIDER_MANAGER, Role.INHOUSE_COORDINATOR));
        model.addAttribute("places", places.names(locale));
        return "placements/offer";
    }

    private String page(Actor actor, AwardRef ref, Model model) {
        offers.mustBeAwaited(actor, ref);
        model.addAttribute("ask", "decline");
        model.addAttribute("subject", ref.value());
        model.addAttribute("action", "/offers/" + ref + "/refusal");
        model.addAttribute("back", "/offers/" + ref);
        return "placements/reason";
    }
}
