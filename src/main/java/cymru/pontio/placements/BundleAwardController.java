package cymru.pontio.placements;

import cymru.pontio.adverts.BundleRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.site.Formats;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The bids for a bundle side by side, which combination to choose, and what that would mean. */
@Controller
@RequestMapping("/bundles/{ref}/award")
class BundleAwardController {
    private final BundleAwards awards;
    private final Places places;
    private final MessageSource messages;

    BundleAwardController(BundleAwards awards, Places places, MessageSource messages) {
        this.awards = awards;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping
    String state(Actor actor, @PathVariable BundleRef ref, Model model, Locale locale) {
        model.addAttribute("state", awards.state(actor, ref));
        model.addAttribute("places", places.names(locale));
        return "placements/bundle";
    }

    /** A choice that can be no combination is told beside it, and kept. */
    @GetMapping("/review")
    String review(
            Actor actor,
            @PathVariable BundleRef ref,
            @ModelAttribute("form") BundleAwardForm form,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            return page(actor, ref, form, model, locale);
        } catch (RuleBroken wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", new Formats(messages, locale).message(wrong.messageKey(), wrong.args()));
            model.addAttribute("chosen", form.bid());
            return state(actor, ref, model, locale);
        }
    }

    @PostMapping
    String propose(
            Actor actor,
            @PathVariable BundleRef ref,
            @Valid @ModelAttribute("form") BundleAwardForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Combination combination = awards.review(actor, ref, form.chosen());
        if (!combination.allTop() && form.reason().isEmpty())
            errors.rejectValue("reason", "placements.form.notTop.missing");
        if (errors.hasErrors()) return page(actor, ref, form, model, locale);
        awards.propose(actor, ref, form.chosen(), form.reason());
        String done = combination.causes().isEmpty() ? "placements.bundleOffered" : "placements.bundleProposed";
        return "redirect:/bundles/{ref}/award?done=" + done;
    }

    private String page(Actor actor, BundleRef ref, BundleAwardForm form, Model model, Locale locale) {
        if (form.bid().isEmpty()) throw new RuleBroken("placements.error.bundleNothing");
        model.addAttribute("ref", ref.value());
        model.addAttribute("combination", awards.review(actor, ref, form.chosen()));
        model.addAttribute("places", places.names(locale));
        return "placements/bundle-review";
    }
}
