package cymru.pontio.placements;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.Role;
import cymru.pontio.site.Formats;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Awards that wait for somebody, and the second person's answer. */
@Controller
@RequestMapping("/awards")
class AwardController {
    private final Awards awards;
    private final Places places;
    private final MessageSource messages;

    AwardController(Awards awards, Places places, MessageSource messages) {
        this.awards = awards;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping
    String list(
            Actor actor,
            @RequestParam(required = false) @Nullable AwardStatus status,
            @RequestParam(required = false) @Nullable AwardRef after,
            Model model,
            Locale locale) {
        model.addAttribute("page", awards.list(actor, status, after));
        model.addAttribute("status", status);
        model.addAttribute("statuses", new Formats(messages, locale).choices(AwardStatus.values()));
        model.addAttribute("places", places.names(locale));
        return "placements/awards";
    }

    @GetMapping("/{ref}")
    String view(Actor actor, @PathVariable AwardRef ref, Model model, Locale locale) {
        AwardView award = awards.view(actor, ref);
        model.addAttribute("award", award);
        model.addAttribute("beside", awards.beside(actor, ref));
        model.addAttribute("bundle", awards.ofBundle(actor, ref));
        model.addAttribute("entries", StepEntry.of(awards.steps(actor, ref), new Formats(messages, locale)));
        model.addAttribute("mayDecide", awards.mayDecide(actor, award));
        model.addAttribute("own", award.proposedBy().equals(actor.userId()));
        model.addAttribute("ownRevocation", actor.userId().equals(award.revocationAskedBy()));
        model.addAttribute("commissioner", actor.is(Role.COMMISSIONER));
        model.addAttribute("mayOpenPlacement", actor.isAny(Role.BROKER, Role.COMMISSIONER));
        model.addAttribute("places", places.names(locale));
        return "placements/award-view";
    }

    @PostMapping("/{ref}/approval")
    String approve(Actor actor, @PathVariable AwardRef ref) {
        awards.approve(actor, ref);
        return "redirect:/awards/{ref}?done=placements.approved";
    }

    @GetMapping("/{ref}/refusal")
    String refusal(Actor actor, @PathVariable AwardRef ref, Model model) {
        model.addAttribute("form", ReasonForm.blank());
        return page(awards.toRefuse(actor, ref), model);
    }

    @PostMapping("/{ref}/refusal")
    String refuse(
            Actor actor,
            @PathVariable AwardRef ref,
            @Valid @ModelAttribute("form") ReasonForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return page(awards.toRefuse(actor, ref), model);
        awards.refuse(actor, ref, form.reason());
        return "redirect:/awards/{ref}?done=placements.refused";
    }

    private static String page(AwardView award, Model model) {
        model.addAttribute("ask", "refusal");
        model.addAttribute("subject", award.ref() + " · " + award.providerName());
        model.addAttribute("action", "/awards/" + award.ref() + "/refusal");
        model.addAttribute("back", "/awards/" + award.ref());
        return "placements/reason";
    }
}
