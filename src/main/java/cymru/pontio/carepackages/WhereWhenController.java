package cymru.pontio.carepackages;

import cymru.pontio.areas.Areas;
import cymru.pontio.kernel.Actor;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Where the care is given and when it should begin. */
@Controller
class WhereWhenController {
    private static final String PLACE = "carepackages/place";
    private static final String START = "carepackages/start";

    private final Drafts drafts;
    private final Overviews overviews;
    private final SavedForms saved;
    private final Areas areas;
    private final MessageSource messages;

    WhereWhenController(Drafts drafts, Overviews overviews, SavedForms saved, Areas areas, MessageSource messages) {
        this.drafts = drafts;
        this.overviews = overviews;
        this.saved = saved;
        this.areas = areas;
        this.messages = messages;
    }

    @ModelAttribute
    void page(Actor actor, @PathVariable PackageRef ref, Locale locale, Model model) {
        model.addAttribute("view", overviews.forWriting(actor, ref));
        model.addAttribute("areas", areas.choices(new Formats(messages, locale)));
    }

    @GetMapping("/packages/{ref}/place")
    String place(@ModelAttribute(name = "view", binding = false) PackageView view, Model model) {
        model.addAttribute("form", ChoiceForm.of(view.plan().locality(), view));
        return PLACE;
    }

    @PostMapping("/packages/{ref}/place")
    String savePlace(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") ChoiceForm form,
            BindingResult errors,
            @RequestParam(name = SavedForms.ACTION, defaultValue = "") String action) {
        boolean real = areas.current().stream().anyMatch(area -> area.code().equals(form.answer()));
        if (!real && !errors.hasErrors()) errors.rejectValue("answer", "carepackages.form.choice.missing");
        if (SavedForms.refused(action, errors)) return PLACE;
        drafts.place(actor, ref, real ? form.answer() : null, Stamp.parse(form.stamp()));
        return saved.next(actor, ref, action);
    }

    @GetMapping("/packages/{ref}/start")
    String start(@ModelAttribute(name = "view", binding = false) PackageView view, Model model) {
        model.addAttribute("form", StartForm.of(view));
        return START;
    }

    @PostMapping("/packages/{ref}/start")
    String saveStart(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") StartForm form,
            BindingResult errors,
            @RequestParam(name = SavedForms.ACTION, defaultValue = "") String action) {
        form.check(errors, drafts.today());
        if (SavedForms.refused(action, errors)) return START;
        String left = errors.hasErrors() ? form.typed() : null;
        drafts.leaveStart(actor, ref, form.terms(), left, Stamp.parse(form.stamp()));
        return saved.next(actor, ref, action);
    }
}
