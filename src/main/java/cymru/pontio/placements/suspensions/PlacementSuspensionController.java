package cymru.pontio.placements.suspensions;

import cymru.pontio.carepackages.absences.AwayKind;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.placements.PlacementRef;
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

/** Suspensions of one placement; its provider reports another. */
@Controller
@RequestMapping("/placements/{ref}/suspensions")
class PlacementSuspensionController {
    private final Suspensions suspensions;
    private final MessageSource messages;

    PlacementSuspensionController(Suspensions suspensions, MessageSource messages) {
        this.suspensions = suspensions;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, @PathVariable PlacementRef ref, Model model, Locale locale) {
        model.addAttribute("form", ReportForm.blank());
        return page(suspensions.of(actor, ref), model, locale);
    }

    @PostMapping
    String report(
            Actor actor,
            @PathVariable PlacementRef ref,
            @Valid @ModelAttribute("form") ReportForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Suspensions.View view = suspensions.of(actor, ref);
        if (!view.provider()) throw new NotFound();
        form.check(view.now(), errors);
        if (errors.hasErrors()) return page(view, model, locale);
        suspensions.report(actor, ref, AwayKind.valueOf(form.kind()), form.away());
        return "redirect:/placements/{ref}/suspensions?done=suspensions.reported";
    }

    private String page(Suspensions.View view, Model model, Locale locale) {
        model.addAttribute("view", view);
        model.addAttribute("kinds", new Formats(messages, locale).choices(AwayKind.values()));
        return "suspensions/of-placement";
    }
}
