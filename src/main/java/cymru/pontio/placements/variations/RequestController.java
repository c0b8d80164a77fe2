package cymru.pontio.placements.variations;

import cymru.pontio.carepackages.Band;
import cymru.pontio.carepackages.ShortReason;
import cymru.pontio.carepackages.Tier;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Asking for another week, or for the end of care by this provider. */
@Controller
@RequestMapping("/placements/{ref}/variations")
class RequestController {
    private final Variations variations;
    private final MessageSource messages;

    RequestController(Variations variations, MessageSource messages) {
        this.variations = variations;
        this.messages = messages;
    }

    @GetMapping("/new")
    String week(Actor actor, @PathVariable PlacementRef ref, Model model, Locale locale) {
        Variations.Prospect prospect = variations.prospect(actor, ref);
        model.addAttribute("form", VariationForm.of(prospect));
        return week(prospect, model, locale);
    }

    @PostMapping("/new")
    String ask(
            Actor actor,
            @PathVariable PlacementRef ref,
            @Valid @ModelAttribute("form") VariationForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Variations.Prospect prospect = variations.prospect(actor, ref);
        form.check(prospect, errors);
        if (errors.hasErrors()) return week(prospect, model, locale);
        return asked(variations.request(actor, ref, form.wanted(prospect)));
    }

    @GetMapping("/end")
    String end(Actor actor, @PathVariable PlacementRef ref, Model model, Locale locale) {
        model.addAttribute("form", EndRequestForm.blank());
        return end(actor, variations.prospect(actor, ref), model, locale);
    }

    @PostMapping("/end")
    String askEnd(
            Actor actor,
            @PathVariable PlacementRef ref,
            @Valid @ModelAttribute("form") EndRequestForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Variations.Prospect prospect = variations.prospect(actor, ref);
        form.check(prospect, transfers(actor), errors);
        if (errors.hasErrors()) return end(actor, prospect, model, locale);
        return asked(variations.request(actor, ref, form.wanted()));
    }

    private static String asked(VariationRef ref) {
        return "redirect:/variations/" + ref + "?done=variations.requested";
    }

    private static boolean transfers(Actor actor) {
        return actor.isAny(Role.SOCIAL_WORKER, Role.TEAM_MANAGER);
    }

    private String week(Variations.Prospect prospect, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("prospect", prospect);
        model.addAttribute("week", prospect.week());
        model.addAttribute(
                "days",
                IntStream.rangeClosed(1, 7)
                        .mapToObj(day -> new Choice("" + day, formats.message("carepackages.day." + day)))
                        .toList());
        model.addAttribute("bands", formats.choices(Band.values()));
        model.addAttribute("tiers", formats.choices(Tier.values()));
        model.addAttribute("shortReasons", formats.choices(ShortReason.values()));
        model.addAttribute(
                "workers",
                List.of(
                        new Choice("1", formats.message("carepackages.workers.1")),
                        new Choice("2", formats.message("carepackages.workers.2"))));
        return "variations/new";
    }

    private String end(Actor actor, Variations.Prospect prospect, Model model, Locale locale) {
        model.addAttribute("prospect", prospect);
        model.addAttribute("reasons", new Formats(messages, locale).choices(EndRequestForm.choices(transfers(actor))));
        return "variations/end";
    }
}
