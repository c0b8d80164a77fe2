package cymru.pontio.carepackages;

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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who looks after the person until care starts, and who pays. */
@Controller
class MeansController {
    private static final String INTERIM = "carepackages/interim";
    private static final String FUNDING = "carepackages/funding";
    private static final List<Cover> BEFORE_CARE = List.of(Cover.NONE, Cover.FAMILY, Cover.HOSPITAL, Cover.BRIDGING);

    private final Drafts drafts;
    private final Overviews overviews;
    private final SavedForms saved;
    private final MessageSource messages;

    MeansController(Drafts drafts, Overviews overviews, SavedForms saved, MessageSource messages) {
        this.drafts = drafts;
        this.overviews = overviews;
        this.saved = saved;
        this.messages = messages;
    }

    @ModelAttribute
    void page(Actor actor, @PathVariable PackageRef ref, Locale locale, Model model) {
        Formats formats = new Formats(messages, locale);
        model.addAttribute("view", overviews.forWriting(actor, ref));
        model.addAttribute(
                "covers",
                BEFORE_CARE.stream()
                        .map(cover -> new Choice(cover.name(), formats.message("carepackages.interim." + cover.name())))
                        .toList());
        model.addAttribute("payers", formats.choices(Funding.values()));
    }

    @GetMapping("/packages/{ref}/interim")
    String interim(@ModelAttribute(name = "view", binding = false) PackageView view, Model model) {
        model.addAttribute("form", ChoiceForm.of(view.plan().interim(), view));
        return INTERIM;
    }

    @PostMapping("/packages/{ref}/interim")
    String saveInterim(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            @RequestParam(name = SavedForms.ACTION, defaultValue = "") String action) {
        Cover cover = Typed.constant(Cover.class, form.answer())
                .filter(BEFORE_CARE::contains)
                .orElse(null);
        if (cover == null && !errors.hasErrors()) errors.rejectValue("answer", "carepackages.form.choice.missing");
        if (SavedForms.refused(action, errors)) return INTERIM;
        drafts.interim(actor, ref, cover, Stamp.parse(form.stamp()));
        return saved.next(actor, ref, action);
    }

    @GetMapping("/packages/{ref}/funding")
    String funding(@ModelAttribute(name = "view", binding = false) PackageView view, Model model) {
        model.addAttribute("form", ChoiceForm.of(view.plan().funding(), view));
        return FUNDING;
    }

    @PostMapping("/packages/{ref}/funding")
    String saveFunding(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            @RequestParam(name = SavedForms.ACTION, defaultValue = "") String action) {
        Funding payer = Typed.constant(Funding.class, form.answer()).orElse(null);
        if (payer == null && !errors.hasErrors()) errors.rejectValue("answer", "carepackages.form.choice.missing");
        if (SavedForms.refused(action, errors)) return FUNDING;
        drafts.funding(actor, ref, payer, Stamp.parse(form.stamp()));
        return saved.next(actor, ref, action);
    }
}
