package cymru.pontio.rates;

import cymru.pontio.areas.Areas;
import cymru.pontio.areas.Locality;
import cymru.pontio.kernel.Actor;
import cymru.pontio.kernel.NotFound;
import cymru.pontio.kernel.Role;
import jakarta.validation.Valid;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes of rates: proposed by one person, decided by another. */
@Controller
class RateChangeController {
    private final RateChanges changes;
    private final ChangeChoices choices;
    private final Areas areas;

    RateChangeController(RateChanges changes, ChangeChoices choices, Areas areas) {
        this.changes = changes;
        this.choices = choices;
        this.areas = areas;
    }

    @GetMapping("/rates/changes")
    String list(Actor actor, Model model) {
        model.addAttribute("changes", changes.latest(actor));
        model.addAttribute("mayPropose", actor.is(Role.COMMISSIONER));
        return "rates/changes";
    }

    @GetMapping("/rates/changes/new/{kind}")
    String ask(Actor actor, @PathVariable String kind, Model model) {
        model.addAttribute("form", ChangeForm.blank());
        return page(actor, kind, model);
    }

    @PostMapping("/rates/changes/new/{kind}")
    String propose(
            Actor actor,
            @PathVariable String kind,
            @Valid @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Model model) {
        String page = page(actor, kind, model);
        ChangeKind asked = kind(kind);
        form.check(
                asked, areas.all().stream().map(Locality::code).collect(Collectors.toSet()), changes.today(), errors);
        if (asked == ChangeKind.CLOSING && !errors.hasErrors())
            form.from()
                    .date()
                    .filter(day -> !changes.closable(form.place(asked), day))
                    .ifPresent(day -> errors.rejectValue("locality", "rates.form.closing.none"));
        if (errors.hasErrors()) return page;
        return "redirect:/rates/changes/" + changes.propose(actor, asked, form.terms(asked), form.reason())
                + "?done=rates.proposed";
    }

    @GetMapping("/rates/changes/{ref}")
    String view(Actor actor, @PathVariable RateChangeRef ref, Model model) {
        RateChanges.Prospect prospect = changes.view(actor, ref);
        // A page with a form is asked for in another language by sending its form.
        if (prospect.mayDecide()) model.addAttribute("form", RefusalForm.blank());
        return choices.view(prospect, model);
    }

    @PostMapping("/rates/changes/{ref}/approval")
    String approve(Actor actor, @PathVariable RateChangeRef ref) {
        changes.approve(actor, ref);
        return "redirect:/rates/changes/{ref}?done=rates.approved";
    }

    @PostMapping("/rates/changes/{ref}/refusal")
    String turnDown(
            Actor actor,
            @PathVariable RateChangeRef ref,
            @Valid @ModelAttribute("form") RefusalForm form,
            BindingResult errors,
            Model model) {
        if (errors.hasErrors()) return choices.view(changes.view(actor, ref), model);
        changes.turnDown(actor, ref, form.reason());
        return "redirect:/rates/changes/{ref}?done=rates.refused";
    }

    private String page(Actor actor, String kind, Model model) {
        actor.must(Role.COMMISSIONER);
        return choices.form(kind(kind), model);
    }

    private static ChangeKind kind(String typed) {
        return ChangeKind.of(typed).orElseThrow(NotFound::new);
    }
}
