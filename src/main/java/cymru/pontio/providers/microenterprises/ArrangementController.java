package cymru.pontio.providers.microenterprises;

import cymru.pontio.kernel.Actor;
import cymru.pontio.site.Choice;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Whom a micro-enterprise helps, told by the council or by itself. A fifth person in personal care is refused on the form. */
@Controller
@RequestMapping("/micro-enterprises/{ref}/arrangements")
class ArrangementController {
    private final Register register;
    private final Arrangements arrangements;

    private final MicroModel model;

    ArrangementController(Register register, Arrangements arrangements, MicroModel model) {
        this.register = register;
        this.arrangements = arrangements;
        this.model = model;
    }

    @ModelAttribute("micro")
    MicroView micro(Actor actor, @PathVariable MicroRef ref) {
        return register.view(actor, ref);
    }

    @ModelAttribute("council")
    boolean council(Actor actor) {
        return Shelf.ofCouncil(actor);
    }

    @ModelAttribute("kinds")
    List<Choice> kinds(Locale locale) {
        return model.kinds(locale);
    }

    @GetMapping("/new")
    String ask(Model page) {
        page.addAttribute("form", ArrangementForm.blank());
        return "microenterprises/arrangement";
    }

    @PostMapping
    String record(
            Actor actor,
            @PathVariable MicroRef ref,
            @Valid @ModelAttribute("form") ArrangementForm form,
            BindingResult errors,
            Model page) {
        form.check(errors);
        if (!errors.hasErrors())
            refusedAt(
                    "from",
                    errors,
                    () -> arrangements.record(actor, ref, form.own(), form.personalCare(), form.days()));
        if (!errors.hasErrors()) return back(actor, "recorded");
        // Who lost against another screen sees the number of people that refused them, not that of before.
        page.addAttribute("micro", register.view(actor, ref));
        return "microenterprises/arrangement";
    }

    @GetMapping("/{id}/ending")
    String askEnd(Actor actor, @PathVariable MicroRef ref, @PathVariable UUID id, Model page) {
        page.addAttribute("form", EndForm.blank());
        page.addAttribute("one", arrangements.one(actor, ref, id));
        return "microenterprises/ending";
    }

    @PostMapping("/{id}/ending")
    String end(
            Actor actor,
            @PathVariable MicroRef ref,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Model page) {
        Arrangement one = arrangements.one(actor, ref, id);
        page.addAttribute("one", one);
        form.check(one, errors);
        if (!errors.hasErrors()) refusedAt("last", errors, () -> end(actor, ref, id, form));
        return errors.hasErrors() ? "microenterprises/ending" : back(actor, "ended");
    }

    @GetMapping("/{id}/change")
    String askChange(Actor actor, @PathVariable MicroRef ref, @PathVariable UUID id, Model page) {
        page.addAttribute("form", new ChangeForm(null));
        page.addAttribute("one", arrangements.one(actor, ref, id));
        return "microenterprises/change";
    }

    @PostMapping("/{id}/change")
    String change(
            Actor actor,
            @PathVariable MicroRef ref,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Model page) {
        Arrangement one = arrangements.one(actor, ref, id);
        page.addAttribute("one", one);
        form.check(one, errors);
        if (!errors.hasErrors()) refusedAt("from", errors, () -> change(actor, ref, one, form));
        return errors.hasErrors() ? "microenterprises/change" : back(actor, "changed");
    }

    private void end(Actor actor, MicroRef ref, UUID id, EndForm form) {
        if (form.mistake()) arrangements.strike(actor, ref, id);
        else arrangements.end(actor, ref, id, form.last().date().orElseThrow());
    }

    private void change(Actor actor, MicroRef ref, Arrangement one, ChangeForm form) {
        arrangements.change(
                actor, ref, one.id(), !one.personalCare(), form.from().date().orElseThrow());
    }

    /** What was typed stays, and the sentence says on which days there would be five. */
    private static void refusedAt(String field, BindingResult errors, Runnable verb) {
        try {
            verb.run();
        } catch (FourPeople.Exceeded refused) {
            errors.rejectValue(field, refused.messageKey(), refused.args(), null);
        }
    }

    private static String back(Actor actor, String done) {
        String page = Shelf.ofCouncil(actor) ? "/micro-enterprises/{ref}" : "/micro-enterprises/own";
        return "redirect:" + page + "?done=microenterprises." + done;
    }
}
