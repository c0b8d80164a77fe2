package cymru.pontio.carepackages;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import cymru.pontio.site.Language;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What matters to the person; risks and equipment. */
@Controller
class NeedsController {
    private static final String NEEDS = "carepackages/what-matters";
    private static final String RISKS = "carepackages/risks";

    private final Drafts drafts;
    private final Overviews overviews;
    private final SavedForms saved;
    private final MessageSource messages;

    NeedsController(Drafts drafts, Overviews overviews, SavedForms saved, MessageSource messages) {
        this.drafts = drafts;
        this.overviews = overviews;
        this.saved = saved;
        this.messages = messages;
    }

    @ModelAttribute
    void page(Actor actor, @PathVariable PackageRef ref, Locale locale, Model model) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("view", overviews.forWriting(actor, ref));
        model.addAttribute("outcomes", formats.choices(Outcome.values()));
        model.addAttribute("trainings", formats.choices(Training.values()));
        model.addAttribute(
                "languages",
                List.of(
                        new Choice("cy", formats.message("site.language.cy")),
                        new Choice("en", formats.message("site.language.en"))));
    }

    @GetMapping("/packages/{ref}/what-matters")
    String needs(@ModelAttribute(name = "view", binding = false) PackageView view, Locale locale, Model model) {
        model.addAttribute("form", NeedsForm.of(view, Language.of(locale)));
        return NEEDS;
    }

    @PostMapping("/packages/{ref}/what-matters")
    String saveNeeds(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") NeedsForm form,
            BindingResult errors,
            @RequestParam(name = SavedForms.ACTION, defaultValue = "") String action) {
        if (SavedForms.refused(action, errors)) return NEEDS;
        drafts.needs(actor, ref, form.terms(), Stamp.parse(form.stamp()));
        return saved.next(actor, ref, action);
    }

    @GetMapping("/packages/{ref}/risks")
    String risks(@ModelAttribute(name = "view", binding = false) PackageView view, Model model) {
        model.addAttribute("form", RisksForm.of(view));
        return RISKS;
    }

    @PostMapping("/packages/{ref}/risks")
    String saveRisks(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") RisksForm form,
            BindingResult errors,
            @RequestParam(name = SavedForms.ACTION, defaultValue = "") String action) {
        if (SavedForms.refused(action, errors)) return RISKS;
        drafts.risks(actor, ref, form.terms(), Stamp.parse(form.stamp()));
        return saved.next(actor, ref, action);
    }
}
