package cymru.pontio.visits.rota;

import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.RuleBroken;
import cymru.pontio.placements.PlacementRef;
import cymru.pontio.site.Choice;
import cymru.pontio.site.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Publishing weeks, changing a call afterwards, and saying that the person was told. */
@Controller
@RequestMapping("/rotas/{ref}")
class PublishController {
    private final Rotas rotas;
    private final MessageSource messages;

    PublishController(Rotas rotas, MessageSource messages) {
        this.rotas = rotas;
        this.messages = messages;
    }

    @GetMapping("/new")
    String draft(Actor actor, @PathVariable PlacementRef ref, Model model) {
        Rotas.Draft draft = rotas.draft(actor, ref);
        model.addAttribute("form", PublishForm.of(draft));
        model.addAttribute("draft", draft);
        return "rota/new";
    }

    @PostMapping("/new")
    String publish(
            Actor actor,
            @PathVariable PlacementRef ref,
            @ModelAttribute("form") PublishForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        Rotas.Draft draft = rotas.draft(actor, ref);
        if (!draft.monday().equals(form.week())) throw new RuleBroken("rota.error.meanwhile");
        form.check(draft.calls(), errors);
        LocalDate other = errors.hasErrors()
                ? null
                : rotas.publish(actor, ref, draft.monday(), Integer.parseInt(form.weeks()), form.visits(draft.calls()));
        if (other != null)
            errors.rejectValue(
                    "weeks", "rota.form.other", new Object[] {new Formats(messages, locale).date(other)}, null);
        if (!errors.hasErrors()) return "redirect:/rotas/{ref}?done=rota.published";
        model.addAttribute("draft", draft);
        return "rota/new";
    }

    @GetMapping("/calls/{id}")
    String call(Actor actor, @PathVariable PlacementRef ref, @PathVariable UUID id, Model model, Locale locale) {
        RotaTable.Planned planned = rotas.call(actor, ref, id);
        model.addAttribute("form", ChangeForm.of(planned));
        return page(ref, planned, model, locale);
    }

    @PostMapping("/calls/{id}")
    String change(
            Actor actor,
            @PathVariable PlacementRef ref,
            @PathVariable UUID id,
            @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Model model,
            Locale locale) {
        RotaTable.Planned planned = rotas.call(actor, ref, id);
        form.check(planned.call(), errors);
        if (errors.hasErrors()) return page(ref, planned, model, locale);
        rotas.change(actor, ref, id, form.version(), form.visit(planned.call()), form.how());
        return "redirect:/rotas/{ref}?done=rota.changed";
    }

    @PostMapping("/changes/{change}/told")
    String told(Actor actor, @PathVariable PlacementRef ref, @PathVariable long change, @RequestParam Told told) {
        rotas.told(actor, ref, change, told);
        return "redirect:/rotas/{ref}?done=rota.told";
    }

    private String page(PlacementRef ref, RotaTable.Planned planned, Model model, Locale locale) {
        Formats formats = new Formats(messages, locale);
        List<Choice> told = new ArrayList<>(formats.choices(Told.values()));
        told.add(new Choice("NOT_YET", formats.message("rota.notYet")));
        model.addAttribute("told", told);
        model.addAttribute("planned", planned);
        model.addAttribute("ref", ref);
        return "rota/change";
    }
}
