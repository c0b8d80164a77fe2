package cymru.pontio.carepackages.absences;

import cymru.pontio.carepackages.PackageRef;
import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Formats;
import cymru.pontio.site.PackageTabs;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Hospital, respite and days away of one package. */
@Controller
@RequestMapping("/packages/{ref}/absences")
class AbsenceController {
    private static final String BACK = "redirect:/packages/{ref}/absences?done=absences.";

    private final Absences absences;
    private final AbsencePages pages;
    private final PackageTabs tabs;
    private final MessageSource messages;

    AbsenceController(Absences absences, AbsencePages pages, PackageTabs tabs, MessageSource messages) {
        this.absences = absences;
        this.pages = pages;
        this.tabs = tabs;
        this.messages = messages;
    }

    @GetMapping
    String list(Actor actor, @PathVariable PackageRef ref, Model model, Locale locale) {
        model.addAttribute("form", AwayForm.blank());
        return page(actor, ref, model, locale);
    }

    @PostMapping
    String tell(
            Actor actor,
            @PathVariable PackageRef ref,
            @Valid @ModelAttribute("form") AwayForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        form.check(pages.now(), errors);
        if (errors.hasErrors()) return page(actor, ref, model, locale);
        absences.tell(actor, ref, AwayKind.valueOf(form.kind()), form.away(), form.back());
        return BACK + "told";
    }

    @PostMapping("/{id}/confirmation")
    String confirm(Actor actor, @PathVariable PackageRef ref, @PathVariable UUID id) {
        absences.confirm(actor, ref, id);
        return BACK + "confirmed";
    }

    @PostMapping("/{id}/dismissal")
    String dismiss(Actor actor, @PathVariable PackageRef ref, @PathVariable UUID id) {
        absences.dismiss(actor, ref, id);
        return BACK + "dismissed";
    }

    @GetMapping("/{id}/return")
    String back(Actor actor, @PathVariable PackageRef ref, @PathVariable UUID id, Model model) {
        model.addAttribute("form", ReturnForm.blank());
        return back(ref, pages.one(actor, ref, id), model);
    }

    @PostMapping("/{id}/return")
    String promise(
            Actor actor,
            @PathVariable PackageRef ref,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ReturnForm form,
            BindingResult errors,
            Model model) {
        Absence one = pages.one(actor, ref, id);
        form.check(one, errors);
        if (errors.hasErrors()) return back(ref, one, model);
        absences.promise(actor, ref, id, form.back());
        return BACK + (form.back() == null ? "unpromised" : "promised");
    }

    private static String back(PackageRef ref, Absence one, Model model) {
        model.addAttribute("ref", ref);
        model.addAttribute("one", one);
        return "absences/return";
    }

    private String page(Actor actor, PackageRef ref, Model model, Locale locale) {
        model.addAttribute("view", pages.of(actor, ref));
        model.addAttribute("kinds", new Formats(messages, locale).choices(AwayKind.values()));
        model.addAttribute("tabs", tabs.of(actor, ref.value(), AbsencesTab.KEY));
        return "absences/of-package";
    }
}
